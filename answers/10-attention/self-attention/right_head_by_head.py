# One head after the other, their results added up, in float64.
# passes: both

import numpy as np


def self_attention(x, weights):
    wq, bq, wk, bk, wv, bv, wo, bo = [np.asarray(array, dtype="float64") for array in weights]
    total = np.zeros(x.shape) + bo
    for head in range(wq.shape[1]):
        q, k, v = (x @ w[:, head] + b[head] for w, b in ((wq, bq), (wk, bk), (wv, bv)))
        powers = np.exp(q @ k.transpose(0, 2, 1) / np.sqrt(wq.shape[2]))
        total += powers / powers.sum(axis=2, keepdims=True) @ v @ wo[head]
    return total
