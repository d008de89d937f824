# The decoder repeats the encoder's order.
# passes: none


def stacked_autoencoder(layer_sizes):
    features, *hidden, code_size = layer_sizes
    model = keras.Sequential([keras.Input(shape=(features,))])
    for units in hidden:
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(code_size))
    for units in hidden:
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(features, activation="sigmoid"))
    return model
