# Takes the parts in the order f, i, o, g of the formulas in many books.
# passes: none

import numpy as np


def lstm_step(x_t, h, c, kernel, recurrent_kernel, bias):
    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    f, i, o, g = np.split(x_t @ kernel + h @ recurrent_kernel + bias, 4, axis=1)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(c), c
