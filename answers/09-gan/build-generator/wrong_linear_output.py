# No sigmoid at the end.
# passes: none


def build_generator(noise_size, units, image_shape):
    layers = [keras.layers.Dense(count, activation="selu") for count in units]
    layers += [keras.layers.Dense(image_shape[0] * image_shape[1])]
    return keras.Sequential([keras.Input(shape=(noise_size,)), *layers, keras.layers.Reshape(image_shape)])
