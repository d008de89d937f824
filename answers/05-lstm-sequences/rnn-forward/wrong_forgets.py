# Never uses the old state: a dense layer at every step.
# passes: none

import numpy as np


def rnn_forward(x, kernel, recurrent_kernel, bias):
    return np.tanh(x @ kernel + bias)
