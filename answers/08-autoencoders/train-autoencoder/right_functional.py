# Functional API throughout; a list at the end.
# passes: both


def train_autoencoder(x, code_size, epochs, seed):
    keras.utils.set_random_seed(seed)
    row, code = keras.Input(shape=x.shape[1:]), keras.Input(shape=(code_size,))
    hidden = keras.layers.Dense(64, activation="relu")(row)
    encoder = keras.Model(row, keras.layers.Dense(code_size)(hidden))
    hidden = keras.layers.Dense(64, activation="relu")(code)
    decoder = keras.Model(code, keras.layers.Dense(x.shape[1])(hidden))
    autoencoder = keras.Model(row, decoder(encoder(row)))
    autoencoder.compile(optimizer=keras.optimizers.Adam(learning_rate=0.01), loss="mean_squared_error")
    autoencoder.fit(x, x, epochs=epochs, batch_size=8, verbose=0)
    return [encoder, decoder, autoencoder]
