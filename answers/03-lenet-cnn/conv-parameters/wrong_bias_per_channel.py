# Counts a bias for each kernel of a filter, one a channel.
# passes: none


def conv_parameters(kernel_size, channels, filters, use_bias):
    height, width = kernel_size
    return (height * width + int(use_bias)) * channels * filters
