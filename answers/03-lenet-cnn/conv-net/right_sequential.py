# Sequential, layer by layer.
# passes: both


def conv_net(input_shape, filters):
    model = keras.Sequential([keras.Input(shape=input_shape)])
    for number in filters:
        model.add(keras.layers.Conv2D(number, (3, 3), activation="relu"))
        model.add(keras.layers.MaxPooling2D((2, 2)))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dropout(0.5))
    model.add(keras.layers.Dense(10, activation="softmax"))
    return model
