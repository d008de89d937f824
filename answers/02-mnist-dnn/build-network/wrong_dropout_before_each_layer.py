# Puts Dropout in front of each hidden layer, so that pixels are dropped and the last hidden layer keeps all.
# passes: none


def build_network(hidden_units, num_classes):
    inputs = keras.Input(shape=(28, 28))
    x = keras.layers.Flatten()(inputs)
    for units in hidden_units:
        x = keras.layers.Dropout(0.3)(x)
        x = keras.layers.Dense(units, activation="relu")(x)
    outputs = keras.layers.Dense(num_classes, activation="softmax")(x)
    return keras.Model(inputs, outputs)
