# Divides with /, so that the number of places is a floating-point number.
# passes: none


def output_size(size, kernel_size, stride, padding):
    if padding == "same":
        return np.ceil(size / stride)
    if padding == "valid":
        return (size - kernel_size) / stride + 1
    raise ValueError(padding)
