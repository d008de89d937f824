# Adds one block after the other by recursion.
# passes: both


def conv_net(input_shape, filters):
    def through(x, numbers):
        if not numbers:
            return x
        x = keras.layers.Conv2D(numbers[0], 3, activation=keras.activations.relu)(x)
        return through(keras.layers.MaxPool2D()(x), numbers[1:])

    image = keras.Input(input_shape)
    x = keras.layers.Dropout(0.5)(keras.layers.Flatten()(through(image, list(filters))))
    return keras.Model(image, keras.layers.Dense(10, activation="softmax")(x))
