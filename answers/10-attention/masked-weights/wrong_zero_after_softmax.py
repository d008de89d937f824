# Sets weights to 0 after softmax: the rest no longer adds up to 1.
# passes: none

import numpy as np


def masked_weights(scores, lengths, causal):
    n = scores.shape[2]
    hidden = np.arange(n)[None, None, :] >= np.asarray(lengths)[:, None, None]
    hidden = np.repeat(hidden, n, axis=1)
    if causal:
        hidden |= np.triu(np.ones((n, n), dtype=bool), k=1)
    powers = np.exp(scores - scores.max(2, keepdims=True))
    return np.where(hidden, 0, powers / powers.sum(2, keepdims=True))
