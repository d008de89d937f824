# A subclass of keras.Model that holds encoder and decoder.
# passes: both


class Autoencoder(keras.Model):
    def __init__(self, features, code_size):
        super().__init__()
        relu = keras.activations.relu
        self.encoder = keras.Sequential(
            [keras.Input((features,)), keras.layers.Dense(64, relu), keras.layers.Dense(code_size)]
        )
        self.decoder = keras.Sequential(
            [keras.Input((code_size,)), keras.layers.Dense(64, relu), keras.layers.Dense(features)]
        )

    def call(self, rows):
        return self.decoder(self.encoder(rows))


def train_autoencoder(x, code_size, epochs, seed):
    keras.utils.set_random_seed(seed)
    whole = Autoencoder(x.shape[1], code_size)
    whole.compile(keras.optimizers.Adam(0.01), keras.losses.MeanSquaredError())
    whole.fit(x, x, 8, epochs, verbose=0)
    return whole.encoder, whole.decoder, whole
