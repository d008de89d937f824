# No division by the root of depth.
# passes: none

import numpy as np


def self_attention(x, weights):
    wq, bq, wk, bk, wv, bv, wo, bo = weights
    q = np.einsum("bnw,whd->bhnd", x, wq) + bq[:, None]
    k = np.einsum("bnw,whd->bhnd", x, wk) + bk[:, None]
    v = np.einsum("bnw,whd->bhnd", x, wv) + bv[:, None]
    powers = np.exp(q @ k.transpose(0, 1, 3, 2))
    heard = powers / powers.sum(3, keepdims=True) @ v
    return np.einsum("bhnd,hdw->bnw", heard, wo) + bo
