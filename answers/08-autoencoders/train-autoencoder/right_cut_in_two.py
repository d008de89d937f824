# Trains one Sequential model of four layers, then makes encoder and decoder out of its layers.
# passes: both

import tensorflow as tf


def train_autoencoder(x, code_size, epochs, seed):
    keras.utils.set_random_seed(seed)
    layers = [
        keras.layers.Dense(64, activation="relu"),
        keras.layers.Dense(code_size),
        keras.layers.Dense(64, activation="relu"),
        keras.layers.Dense(x.shape[1]),
    ]
    whole = keras.Sequential([keras.Input(shape=(x.shape[1],)), *layers])
    whole.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    pairs = tf.data.Dataset.from_tensor_slices((x, x)).shuffle(len(x), seed=seed).batch(8)
    whole.fit(pairs, epochs=epochs, verbose=0)
    encoder = keras.Sequential([keras.Input(shape=(x.shape[1],)), *layers[:2]])
    decoder = keras.Sequential([keras.Input(shape=(code_size,)), *layers[2:]])
    return encoder, decoder, whole
