# No dropout.
# passes: none


def build_discriminator(image_shape, units, slope, rate):
    layers = [keras.Input(shape=image_shape), keras.layers.Flatten()]
    for count in units:
        layers += [keras.layers.Dense(count), keras.layers.LeakyReLU(negative_slope=slope)]
    return keras.Sequential([*layers, keras.layers.Dense(1, activation="sigmoid")])
