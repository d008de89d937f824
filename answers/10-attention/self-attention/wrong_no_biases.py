# Leaves the biases out, which are 0 before training.
# passes: visible

import numpy as np


def self_attention(x, weights):
    wq, _bq, wk, _bk, wv, _bv, wo, _bo = weights
    q = np.einsum("bnw,whd->bhnd", x, wq)
    k = np.einsum("bnw,whd->bhnd", x, wk)
    v = np.einsum("bnw,whd->bhnd", x, wv)
    powers = np.exp(q @ k.transpose(0, 1, 3, 2) / np.sqrt(wq.shape[2]))
    heard = powers / powers.sum(3, keepdims=True) @ v
    return np.einsum("bhnd,hdw->bnw", heard, wo)
