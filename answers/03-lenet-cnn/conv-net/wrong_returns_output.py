# Returns the output of the last layer, not a model.
# passes: none


def conv_net(input_shape, filters):
    x = keras.Input(input_shape)
    for number in filters:
        x = keras.layers.MaxPooling2D(2)(keras.layers.Conv2D(number, 3, activation="relu")(x))
    x = keras.layers.Dropout(0.5)(keras.layers.Flatten()(x))
    return keras.layers.Dense(10, activation="softmax")(x)
