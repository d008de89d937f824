# Builds encoder and decoder anew after training: their weights are not those that were trained.
# passes: none


def train_autoencoder(x, code_size, epochs, seed):
    keras.utils.set_random_seed(seed)

    def two_layers(inputs, outputs):
        return keras.Sequential(
            [
                keras.Input(shape=(inputs,)),
                keras.layers.Dense(64, activation="relu"),
                keras.layers.Dense(outputs),
            ]
        )

    size = x.shape[1]
    autoencoder = keras.Sequential([two_layers(size, code_size), two_layers(code_size, size)])
    autoencoder.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    autoencoder.fit(x, x, batch_size=8, epochs=epochs, verbose=0)
    return two_layers(size, code_size), two_layers(code_size, size), autoencoder
