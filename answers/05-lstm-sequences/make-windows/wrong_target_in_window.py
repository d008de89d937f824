# The target is the window's own last row: one step too early.
# passes: none

import numpy as np


def make_windows(series, length, ahead):
    count = len(series) - length - ahead + 1
    x = np.stack([series[i : i + length] for i in range(count)])
    y = series[length + ahead - 2 :][:count, 0]
    return x.astype("float32"), y.astype("float32")
