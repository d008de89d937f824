# Counts one filter and multiplies.
# passes: both


def conv_parameters(kernel_size, channels, filters, use_bias):
    weights_of_one = kernel_size[0] * kernel_size[1] * channels
    return filters * (weights_of_one + int(use_bias))
