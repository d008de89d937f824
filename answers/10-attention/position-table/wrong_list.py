# Returns a list of lists where an array is asked.
# passes: none

import numpy as np


def position_table(length, width):
    column = np.arange(width)
    angles = np.arange(length)[:, None] / 10000 ** (2 * (column // 2) / width)
    return np.where(column % 2 == 0, np.sin(angles), np.cos(angles)).tolist()
