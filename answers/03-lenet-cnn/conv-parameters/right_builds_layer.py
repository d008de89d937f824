# Builds the layer and counts what is in it.
# passes: both


def conv_parameters(kernel_size, channels, filters, use_bias):
    layer = keras.layers.Conv2D(filters, kernel_size, use_bias=use_bias)
    layer.build((None, 10, 10, channels))
    return layer.count_params()
