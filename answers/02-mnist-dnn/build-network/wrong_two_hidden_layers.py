# Hard-codes two hidden layers and ten classes, as the visible check has them.
# passes: visible


def build_network(hidden_units, num_classes):
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(hidden_units[0], activation="relu"),
            keras.layers.Dropout(0.3),
            keras.layers.Dense(hidden_units[1], activation="relu"),
            keras.layers.Dropout(0.3),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
