# Adds a large negative number to hidden scores; softmax of Keras.
# passes: both

import keras
import numpy as np


def masked_weights(scores, lengths, causal):
    places = np.arange(scores.shape[-1])
    hidden = places >= np.asarray(lengths)[:, None, None]
    if causal:
        hidden = hidden | (places > places[:, None])
    return np.asarray(keras.ops.softmax(scores - 1e6 * hidden.astype("float32"), axis=-1))
