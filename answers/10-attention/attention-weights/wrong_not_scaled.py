# Leaves the division by the root of depth out.
# passes: none

import numpy as np


def attention_weights(queries, keys):
    scores = np.einsum("bqd,bkd->bqk", queries, keys)
    powers = np.exp(scores - scores.max(2, keepdims=True))
    return powers / powers.sum(2, keepdims=True)
