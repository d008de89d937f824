# A list of units and activations first, then the layers from it.
# passes: both


def stacked_autoencoder(layer_sizes):
    hidden = [(units, "relu") for units in layer_sizes[1:-1]]
    plan = [*hidden, (layer_sizes[-1], None), *hidden[::-1], (layer_sizes[0], "sigmoid")]
    layers = [keras.layers.Dense(units, activation=activation) for units, activation in plan]
    return keras.Sequential([keras.Input(shape=(layer_sizes[0],)), *layers])
