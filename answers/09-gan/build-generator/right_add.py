# Sequential and add, the number of pixels by NumPy.
# passes: both


def build_generator(noise_size, units, image_shape):
    model = keras.Sequential()
    model.add(keras.Input(shape=(noise_size,)))
    for count in units:
        model.add(keras.layers.Dense(count, activation=keras.activations.selu))
    model.add(keras.layers.Dense(int(np.prod(image_shape)), activation="sigmoid"))
    model.add(keras.layers.Reshape(tuple(image_shape)))
    return model
