# Multiplies all inputs with the kernel at once, then runs through the steps in float32.
# passes: both

import numpy as np


def rnn_forward(x, kernel, recurrent_kernel, bias):
    states = x @ kernel + bias
    states[:, 0] = np.tanh(states[:, 0])
    for step in range(1, states.shape[1]):
        states[:, step] = np.tanh(states[:, step] + states[:, step - 1] @ recurrent_kernel)
    return states
