# Leaves the heads in front of the words.
# passes: none

import numpy as np


def attend(queries, keys, values):
    scores = np.einsum("bqhd,bkhd->bhqk", queries, keys) / np.sqrt(queries.shape[3])
    powers = np.exp(scores)
    weights = powers / powers.sum(3, keepdims=True)
    return np.einsum("bhqk,bkhd->bhqd", weights, values)
