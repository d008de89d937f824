# Counts a last place at which the kernel sticks out.
# passes: none


def output_size(size, kernel_size, stride, padding):
    if padding == "same":
        return -(-size // stride)
    if padding == "valid":
        return -(-(size - kernel_size) // stride) + 1
    raise ValueError(padding)
