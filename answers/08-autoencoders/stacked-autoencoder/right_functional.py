# Functional API, sizes by slices.
# passes: both


def stacked_autoencoder(layer_sizes):
    row = keras.Input(shape=(layer_sizes[0],))
    x = row
    for units in layer_sizes[1:-1]:
        x = keras.layers.Dense(units, activation="relu")(x)
    x = keras.layers.Dense(layer_sizes[-1], activation="linear")(x)
    for units in layer_sizes[-2:0:-1]:
        x = keras.layers.Dense(units, activation="relu")(x)
    return keras.Model(row, keras.layers.Dense(layer_sizes[0], activation="sigmoid")(x))
