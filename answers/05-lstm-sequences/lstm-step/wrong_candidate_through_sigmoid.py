# The candidate goes through a sigmoid like the gates.
# passes: none

import numpy as np


def lstm_step(x_t, h, c, kernel, recurrent_kernel, bias):
    z = 1 / (1 + np.exp(-(x_t @ kernel + h @ recurrent_kernel + bias)))
    i, f, g, o = np.split(z, 4, axis=1)
    c = f * c + i * g
    return o * np.tanh(c), c
