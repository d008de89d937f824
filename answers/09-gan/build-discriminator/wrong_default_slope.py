# Keras' own slope of 0.3.
# passes: none


def build_discriminator(image_shape, units, slope, rate):
    layers = [keras.Input(shape=image_shape), keras.layers.Flatten()]
    for count in units:
        layers += [keras.layers.Dense(count), keras.layers.LeakyReLU(), keras.layers.Dropout(rate)]
    return keras.Sequential([*layers, keras.layers.Dense(1, activation="sigmoid")])
