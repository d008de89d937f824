# Pads, so that the maps are larger and the Dense layer too.
# passes: none


def conv_net(input_shape, filters):
    image = x = keras.Input(input_shape)
    for number in filters:
        x = keras.layers.Conv2D(number, 3, padding="same", activation="relu")(x)
        x = keras.layers.MaxPooling2D(2)(x)
    x = keras.layers.Dropout(0.5)(keras.layers.Flatten()(x))
    return keras.Model(image, keras.layers.Dense(10, activation="softmax")(x))
