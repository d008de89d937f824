# Three loops' worth of patience: one sequence, one step at a time, with vectors.
# passes: both

import numpy as np


def rnn_forward(x, kernel, recurrent_kernel, bias):
    count, steps, _ = x.shape
    result = np.zeros((count, steps, len(bias)))
    for row in range(count):
        h = np.zeros(len(bias))
        for step in range(steps):
            h = np.tanh(kernel.T @ x[row, step] + recurrent_kernel.T @ h + bias)
            result[row, step] = h
    return result
