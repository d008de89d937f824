# One score for all heads together.
# passes: none

import numpy as np


def attend(queries, keys, values):
    scores = np.einsum("bqhd,bkhd->bqk", queries, keys) / np.sqrt(queries.shape[3])
    powers = np.exp(scores)
    weights = powers / powers.sum(2, keepdims=True)
    return np.einsum("bqk,bkhd->bqhd", weights, values)
