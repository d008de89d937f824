# All angles at once, then even and odd columns.
# passes: both

import numpy as np


def position_table(length, width):
    rates = 1 / np.power(10000, np.arange(0, width, 2) / width)
    angles = np.outer(np.arange(length), rates)
    table = np.empty((length, width), dtype="float32")
    table[:, 0::2], table[:, 1::2] = np.sin(angles), np.cos(angles)
    return table
