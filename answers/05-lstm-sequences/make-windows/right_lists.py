# Appends slices to two lists, one window at a time, and makes arrays of them at the end.
# passes: both

import numpy as np


def make_windows(series, length, ahead):
    x, y = [], []
    first = 0
    while first + length + ahead <= len(series):
        last = first + length - 1
        x.append(series[first : last + 1])
        y.append(series[last + ahead][0])
        first += 1
    return np.array(x, dtype="float32"), np.array(y, dtype="float32")
