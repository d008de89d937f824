# A tf.data pipeline of noisy and clean rows.
# passes: both

import tensorflow as tf


def train_denoiser(model, clean, strength, epochs):
    noisy = clean + strength * np.random.randn(*clean.shape).astype("float32")
    pairs = tf.data.Dataset.from_tensor_slices((noisy, clean)).shuffle(len(clean)).batch(16)
    return model.fit(pairs, epochs=epochs, verbose=0)
