# Returns the last state alone, as SimpleRNN does by default.
# passes: none

import numpy as np


def rnn_forward(x, kernel, recurrent_kernel, bias):
    h = np.zeros((len(x), len(bias)))
    for step in range(x.shape[1]):
        h = np.tanh(x[:, step] @ kernel + h @ recurrent_kernel + bias)
    return h
