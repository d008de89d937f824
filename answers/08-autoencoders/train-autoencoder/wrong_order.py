# Returns the autoencoder first.
# passes: none


def train_autoencoder(x, code_size, epochs, seed):
    keras.utils.set_random_seed(seed)
    size = x.shape[1]
    encoder = keras.Sequential(
        [keras.Input(shape=(size,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(code_size)]
    )
    decoder = keras.Sequential(
        [keras.Input(shape=(code_size,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(size)]
    )
    autoencoder = keras.Sequential([encoder, decoder])
    autoencoder.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    autoencoder.fit(x, x, batch_size=8, epochs=epochs, verbose=0)
    return autoencoder, encoder, decoder
