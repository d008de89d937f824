# The target is the whole row, with all its features.
# passes: none

import numpy as np


def make_windows(series, length, ahead):
    count = len(series) - length - ahead + 1
    x = np.stack([series[i : i + length] for i in range(count)]).astype("float32")
    return x, series[length + ahead - 1 :].astype("float32")
