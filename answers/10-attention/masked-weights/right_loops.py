# Softmax over the part of each row that may be seen.
# passes: both

import numpy as np


def masked_weights(scores, lengths, causal):
    weights = np.zeros_like(scores)
    for b, length in enumerate(lengths):
        for i, row in enumerate(scores[b]):
            stop = min(length, i + 1) if causal else length
            powers = np.exp(row[:stop] - row[:stop].max())
            weights[b, i, :stop] = powers / powers.sum()
    return weights
