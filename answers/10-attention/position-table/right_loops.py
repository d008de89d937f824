# Number by number with the math module.
# passes: both

import math

import numpy as np


def position_table(length, width):
    rows = []
    for p in range(length):
        angles = [p / 10000 ** (2 * (column // 2) / width) for column in range(width)]
        rows.append([(math.cos if c % 2 else math.sin)(angle) for c, angle in enumerate(angles)])
    return np.array(rows)
