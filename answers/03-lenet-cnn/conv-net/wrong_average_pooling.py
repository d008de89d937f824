# Average pooling in place of max pooling.
# passes: none


def conv_net(input_shape, filters):
    image = x = keras.Input(input_shape)
    for number in filters:
        x = keras.layers.Conv2D(number, 3, activation="relu")(x)
        x = keras.layers.AveragePooling2D(2)(x)
    x = keras.layers.Dropout(0.5)(keras.layers.Flatten()(x))
    return keras.Model(image, keras.layers.Dense(10, activation="softmax")(x))
