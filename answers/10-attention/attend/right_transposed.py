# Brings the heads to the front, multiplies matrices, and back.
# passes: both

import numpy as np


def attend(queries, keys, values):
    q, k, v = (np.moveaxis(array, 2, 1) for array in (queries, keys, values))
    scores = np.matmul(q, k.transpose(0, 1, 3, 2)) / np.sqrt(q.shape[-1])
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return np.moveaxis(np.matmul(weights, v), 1, 2)
