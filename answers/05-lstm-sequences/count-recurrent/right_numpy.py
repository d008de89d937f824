# Vectors of sizes; the sum is a NumPy integer.
# passes: both

import numpy as np


def count_recurrent(kind, features, units):
    sizes = np.array(units)
    inputs = np.array([features, *units[:-1]])
    parts = {"SimpleRNN": 1, "GRU": 3, "LSTM": 4}[kind]
    kernels = parts * inputs @ sizes
    recurrent_kernels = parts * sizes @ sizes
    biases = parts * sizes.sum() * (2 if kind == "GRU" else 1)
    return kernels + recurrent_kernels + biases
