# Makes each part as wide as there are features, not units.
# passes: visible

import numpy as np


def lstm_step(x_t, h, c, kernel, recurrent_kernel, bias):
    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    width = x_t.shape[1]
    z = x_t @ kernel + h @ recurrent_kernel + bias
    i, f = z[:, :width], z[:, width : 2 * width]
    g, o = z[:, 2 * width : 3 * width], z[:, 3 * width : 4 * width]
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(c), c
