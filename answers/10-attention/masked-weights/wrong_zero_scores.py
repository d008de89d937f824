# Gives hidden keys the score 0, which softmax turns into a weight.
# passes: none

import numpy as np


def masked_weights(scores, lengths, causal):
    n = scores.shape[2]
    hidden = np.arange(n)[None, None, :] >= np.asarray(lengths)[:, None, None]
    hidden = np.repeat(hidden, n, axis=1)
    if causal:
        hidden |= np.triu(np.ones((n, n), dtype=bool), k=1)
    powers = np.exp(np.where(hidden, 0, scores))
    return powers / powers.sum(2, keepdims=True)
