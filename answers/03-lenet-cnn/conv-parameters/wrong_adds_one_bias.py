# Counts one bias for the whole layer.
# passes: none


def conv_parameters(kernel_size, channels, filters, use_bias):
    height, width = kernel_size
    return height * width * channels * filters + int(use_bias)
