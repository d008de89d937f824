# Forgets to flatten: Dense then works on each row of 28 pixels.
# passes: none


def build_network(hidden_units, num_classes):
    model = keras.Sequential([keras.Input(shape=(28, 28))])
    for units in hidden_units:
        model.add(keras.layers.Dense(units, activation="relu"))
        model.add(keras.layers.Dropout(0.3))
    model.add(keras.layers.Dense(num_classes, activation="softmax"))
    return model
