# Connects every convolution to the input instead of to the layer before it.
# passes: none


def conv_net(input_shape, filters):
    image = keras.Input(input_shape)
    for number in filters:
        x = keras.layers.MaxPooling2D(2)(keras.layers.Conv2D(number, 3, activation="relu")(image))
    x = keras.layers.Dropout(0.5)(keras.layers.Flatten()(x))
    return keras.Model(image, keras.layers.Dense(10, activation="softmax")(x))
