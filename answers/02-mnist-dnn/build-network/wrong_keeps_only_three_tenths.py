# Takes the rate of Dropout for the share that is kept.
# passes: none


def build_network(hidden_units, num_classes):
    model = keras.Sequential([keras.Input(shape=(28, 28)), keras.layers.Flatten()])
    for units in hidden_units:
        model.add(keras.layers.Dense(units, activation="relu"))
        model.add(keras.layers.Dropout(0.7))
    model.add(keras.layers.Dense(num_classes, activation="softmax"))
    return model
