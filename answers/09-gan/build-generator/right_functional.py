# The Functional API, SELU as a layer of its own.
# passes: both


def build_generator(noise_size, units, image_shape):
    entry = keras.Input(shape=(noise_size,))
    x = entry
    for count in units:
        x = keras.layers.Activation("selu")(keras.layers.Dense(count)(x))
    x = keras.layers.Dense(image_shape[0] * image_shape[1])(x)
    x = keras.layers.Activation("sigmoid")(x)
    return keras.Model(entry, keras.layers.Reshape(image_shape)(x))
