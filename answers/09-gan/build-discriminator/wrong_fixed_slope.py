# The slope 0.2 of the text in place of the argument.
# passes: visible


def build_discriminator(image_shape, units, slope, rate):
    layers = [keras.Input(shape=image_shape), keras.layers.Flatten()]
    for count in units:
        layers += [
            keras.layers.Dense(count),
            keras.layers.LeakyReLU(negative_slope=0.2),
            keras.layers.Dropout(rate),
        ]
    return keras.Sequential([*layers, keras.layers.Dense(1, activation="sigmoid")])
