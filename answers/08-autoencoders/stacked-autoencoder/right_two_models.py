# Encoder and decoder as models inside the whole; activations as layers of their own.
# passes: both


def stacked_autoencoder(layer_sizes):
    def chain(sizes, last):
        model = keras.Sequential([keras.Input(shape=(sizes[0],))])
        for units in sizes[1:-1]:
            model.add(keras.layers.Dense(units))
            model.add(keras.layers.ReLU())
        model.add(keras.layers.Dense(sizes[-1]))
        model.add(keras.layers.Activation(last))
        return model

    return keras.Sequential([chain(layer_sizes, "linear"), chain(layer_sizes[::-1], "sigmoid")])
