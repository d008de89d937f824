# Takes the image for a square.
# passes: visible


def build_generator(noise_size, units, image_shape):
    side = image_shape[0]
    layers = [keras.layers.Dense(count, activation="selu") for count in units]
    layers += [keras.layers.Dense(side * side, activation="sigmoid"), keras.layers.Reshape((side, side))]
    return keras.Sequential([keras.Input(shape=(noise_size,)), *layers])
