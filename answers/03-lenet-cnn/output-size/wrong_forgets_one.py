# Forgets the first place.
# passes: none


def output_size(size, kernel_size, stride, padding):
    if padding == "valid":
        return (size - kernel_size) // stride
    if padding == "same":
        return -(-size // stride)
    raise ValueError(padding)
