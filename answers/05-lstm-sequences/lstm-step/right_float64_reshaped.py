# In float64, with the four parts in an axis of their own, and the sigmoid written as a tanh.
# passes: both

import numpy as np


def lstm_step(x_t, h, c, kernel, recurrent_kernel, bias):
    batch, units = h.shape
    z = x_t.astype(np.float64) @ kernel + h.astype(np.float64) @ recurrent_kernel + bias
    z = z.reshape(batch, 4, units)
    gate = 0.5 + 0.5 * np.tanh(z / 2)
    new_c = gate[:, 1] * c + gate[:, 0] * np.tanh(z[:, 2])
    return gate[:, 3] * np.tanh(new_c), new_c
