# Takes the root of the number of keys (3) in place of depth.
# passes: none

import numpy as np


def attention_weights(queries, keys):
    scores = np.einsum("bqd,bkd->bqk", queries, keys) / np.sqrt(keys.shape[1])
    powers = np.exp(scores - scores.max(2, keepdims=True))
    return powers / powers.sum(2, keepdims=True)
