# Counts positions from 1.
# passes: none

import numpy as np


def position_table(length, width):
    column = np.arange(width)
    angles = np.arange(1, length + 1)[:, None] / 10000 ** (2 * (column // 2) / width)
    return np.where(column % 2 == 0, np.sin(angles), np.cos(angles))
