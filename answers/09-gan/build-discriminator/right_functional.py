# The Functional API.
# passes: both


def build_discriminator(image_shape, units, slope, rate):
    page = keras.Input(shape=image_shape)
    x = keras.layers.Flatten()(page)
    for count in units:
        x = keras.layers.Dense(count)(x)
        x = keras.layers.LeakyReLU(negative_slope=slope)(x)
        x = keras.layers.Dropout(rate)(x)
    return keras.Model(page, keras.layers.Dense(1, activation="sigmoid")(x))
