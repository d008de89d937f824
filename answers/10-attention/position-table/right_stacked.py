# Stacks sine and cosine along a new axis and flattens it.
# passes: both

import numpy as np


def position_table(length, width):
    pairs = np.arange(width // 2)
    angles = np.arange(length)[:, None] * np.exp(-np.log(10000) * 2 * pairs / width)
    return np.stack([np.sin(angles), np.cos(angles)], axis=2).reshape(length, width)
