# The mirrored list begins with the code, which so comes twice.
# passes: none


def stacked_autoencoder(layer_sizes):
    features, *rest = layer_sizes
    model = keras.Sequential([keras.Input(shape=(features,))])
    for units in rest[:-1]:
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(rest[-1]))
    for units in rest[::-1]:
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(features, activation="sigmoid"))
    return model
