# Multiplies with the transposed recurrent kernel: recurrent_kernel @ h for row vectors.
# passes: none

import numpy as np


def rnn_forward(x, kernel, recurrent_kernel, bias):
    h = np.zeros((len(x), len(bias)))
    states = []
    for step in range(x.shape[1]):
        h = np.tanh(x[:, step] @ kernel + h @ recurrent_kernel.T + bias)
        states.append(h)
    return np.stack(states, axis=1)
