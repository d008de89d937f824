# Takes "same" at its word: the size stays, whatever the stride.
# passes: none


def output_size(size, kernel_size, stride, padding):
    if padding == "same":
        return size
    if padding == "valid":
        return (size - kernel_size) // stride + 1
    raise ValueError(padding)
