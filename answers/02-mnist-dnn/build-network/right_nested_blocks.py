# One small Sequential model for each hidden layer, put together into a larger one.
# passes: both


def hidden_block(units):
    return keras.Sequential([keras.layers.Dense(units, activation="relu"), keras.layers.Dropout(0.3)])


def build_network(hidden_units, num_classes):
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28)),
            keras.layers.Flatten(),
            *[hidden_block(units) for units in hidden_units],
            keras.layers.Dense(num_classes, activation="softmax"),
        ]
    )
