# A tf.data pipeline, shuffled and batched there, in float32.
# passes: both

import numpy as np
import tensorflow as tf


def train_scaled(model, x, y, epochs):
    ranges, scaled = [], []
    for values in (x, y):
        low, high = np.min(values), np.max(values)
        ranges.append([low, high])
        scaled.append(((values - low) / (high - low)).astype("float32"))
    rows = tf.data.Dataset.from_tensor_slices(tuple(scaled)).shuffle(len(x)).batch(16)
    return [model.fit(rows, epochs=epochs, verbose=0), *ranges]
