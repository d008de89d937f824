# All sines first, then all cosines.
# passes: none

import numpy as np


def position_table(length, width):
    angles = np.arange(length)[:, None] / 10000 ** (2 * np.arange(width // 2) / width)
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=1)
