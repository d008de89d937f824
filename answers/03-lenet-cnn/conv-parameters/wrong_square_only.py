# Takes kernels to be square.
# passes: visible


def conv_parameters(kernel_size, channels, filters, use_bias):
    return kernel_size[0] ** 2 * channels * filters + (filters if use_bias else 0)
