# Cuts the series into pieces that do not overlap.
# passes: none

import numpy as np


def make_windows(series, length, ahead):
    starts = range(0, len(series) - length - ahead + 1, length)
    x = np.array([series[i : i + length] for i in starts], dtype="float32")
    y = np.array([series[i + length + ahead - 1, 0] for i in starts], dtype="float32")
    return x, y
