# Draws with random.sample and hands tf.data pipelines to fit.
# passes: both


import random

import tensorflow as tf


def train_with_own_split(model, x, y, epochs, seed):
    rows = sorted(random.Random(seed).sample(range(len(x)), len(x) // 5))
    learns = np.ones(len(x), dtype=bool)
    learns[rows] = False
    train = tf.data.Dataset.from_tensor_slices((x[learns], y[learns])).shuffle(1000).batch(32)
    validation = tf.data.Dataset.from_tensor_slices((x[~learns], y[~learns])).batch(32)
    history = model.fit(train, epochs=epochs, validation_data=validation, verbose=0)
    return history, np.flatnonzero(~learns)
