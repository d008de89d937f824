# Sigmoid in place of tanh.
# passes: none

import numpy as np


def rnn_forward(x, kernel, recurrent_kernel, bias):
    h = np.zeros((len(x), len(bias)))
    states = []
    for step in range(x.shape[1]):
        h = 1 / (1 + np.exp(-(x[:, step] @ kernel + h @ recurrent_kernel + bias)))
        states.append(h)
    return np.stack(states, axis=1)
