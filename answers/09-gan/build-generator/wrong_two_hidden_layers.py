# Takes the first two numbers of units, whatever there is.
# passes: visible


def build_generator(noise_size, units, image_shape):
    layers = [keras.layers.Dense(count, activation="selu") for count in (units[0], units[1])]
    layers += [keras.layers.Dense(image_shape[0] * image_shape[1], activation="sigmoid")]
    return keras.Sequential([keras.Input(shape=(noise_size,)), *layers, keras.layers.Reshape(image_shape)])
