# Counts biases whether there are any or not.
# passes: none


def conv_parameters(kernel_size, channels, filters, use_bias):
    height, width = kernel_size
    return (height * width * channels + 1) * filters
