# The dropped share from the kept one, which floating point makes 0.30000000000000004.
# passes: both


def build_network(hidden_units, num_classes):
    model = keras.Sequential([keras.Input((28, 28)), keras.layers.Flatten()])
    for units in hidden_units:
        model.add(keras.layers.Dense(units, "relu"))
        model.add(keras.layers.Dropout(1 - 0.7))
    model.add(keras.layers.Dense(num_classes, "softmax"))
    return model
