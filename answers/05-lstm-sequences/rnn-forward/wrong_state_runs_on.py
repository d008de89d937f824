# Goes through the batch with one state, so that a sequence begins where the one before it ended.
# passes: none

import numpy as np


def rnn_forward(x, kernel, recurrent_kernel, bias):
    h = np.zeros(len(bias))
    states = []
    for sequence in x:
        for x_t in sequence:
            h = np.tanh(x_t @ kernel + h @ recurrent_kernel + bias)
            states.append(h)
    return np.reshape(states, (*x.shape[:2], len(bias)))
