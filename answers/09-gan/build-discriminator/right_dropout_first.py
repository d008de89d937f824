# Dropout before leaky ReLU, which comes to the same.
# passes: both


def build_discriminator(image_shape, units, slope, rate):
    layers = [keras.Input(shape=image_shape), keras.layers.Reshape((image_shape[0] * image_shape[1],))]
    for count in units:
        layers += [keras.layers.Dense(count), keras.layers.Dropout(rate), keras.layers.LeakyReLU(slope)]
    layers += [keras.layers.Dense(1), keras.layers.Activation("sigmoid")]
    return keras.Sequential(layers)
