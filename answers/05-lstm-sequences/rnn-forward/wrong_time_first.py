# Leaves the steps in the first axis.
# passes: none

import numpy as np


def rnn_forward(x, kernel, recurrent_kernel, bias):
    h = np.zeros((len(x), len(bias)))
    states = []
    for step in range(x.shape[1]):
        h = np.tanh(x[:, step] @ kernel + h @ recurrent_kernel + bias)
        states.append(h)
    return np.stack(states)
