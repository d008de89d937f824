# The product of the shape of the kernel's array.
# passes: both


def conv_parameters(kernel_size, channels, filters, use_bias):
    return int(np.prod([*kernel_size, channels, filters])) + (filters if use_bias else 0)
