# Puts input, state and a 1 side by side, and the three weights on top of each other.
# passes: both

import numpy as np


def rnn_forward(x, kernel, recurrent_kernel, bias):
    weights = np.concatenate([kernel, recurrent_kernel, bias[np.newaxis]])
    ones = np.ones((len(x), 1))
    states = [np.zeros((len(x), bias.size))]
    for inputs in x.transpose(1, 0, 2):
        states.append(np.tanh(np.hstack([inputs, states[-1], ones]) @ weights))
    return np.array(states[1:]).swapaxes(0, 1)
