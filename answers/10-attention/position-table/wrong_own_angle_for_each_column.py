# Sine and cosine of a pair have different angles.
# passes: none

import numpy as np


def position_table(length, width):
    column = np.arange(width)
    angles = np.arange(length)[:, None] / 10000 ** (column / width)
    return np.where(column % 2 == 0, np.sin(angles), np.cos(angles))
