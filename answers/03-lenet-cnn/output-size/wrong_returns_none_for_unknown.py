# Returns None for an unknown padding instead of raising ValueError.
# passes: none


def output_size(size, kernel_size, stride, padding):
    if padding == "valid":
        return (size - kernel_size) // stride + 1
    if padding == "same":
        return (size + stride - 1) // stride
