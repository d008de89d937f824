# Cuts the weights into four parts first and calculates each gate by itself.
# passes: both

import numpy as np


def lstm_step(x_t, h, c, kernel, recurrent_kernel, bias):
    units = h.shape[1]
    parts = []
    for number in range(4):
        part = slice(number * units, (number + 1) * units)
        parts.append(x_t @ kernel[:, part] + h @ recurrent_kernel[:, part] + bias[part])
    i, f, o = (1 / (1 + np.exp(-parts[number])) for number in (0, 1, 3))
    c = f * c + i * np.tanh(parts[2])
    return o * np.tanh(c), c
