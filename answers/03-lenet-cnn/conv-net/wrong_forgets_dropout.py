# Leaves Dropout out; the parameters are the same without it.
# passes: none


def conv_net(input_shape, filters):
    image = x = keras.Input(input_shape)
    for number in filters:
        x = keras.layers.MaxPooling2D(2)(keras.layers.Conv2D(number, 3, activation="relu")(x))
    return keras.Model(image, keras.layers.Dense(10, activation="softmax")(keras.layers.Flatten()(x)))
