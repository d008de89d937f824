# Forgets that a filter reaches through all channels of the input.
# passes: none


def conv_parameters(kernel_size, channels, filters, use_bias):
    height, width = kernel_size
    return height * width * filters + (filters if use_bias else 0)
