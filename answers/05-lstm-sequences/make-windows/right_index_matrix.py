# Indexes the series with a matrix of row numbers, all windows at once.
# passes: both

import numpy as np


def make_windows(series, length, ahead):
    firsts = np.arange(len(series) - length - ahead + 1)[:, None]
    rows = firsts + np.arange(length)
    targets = series[rows[:, -1] + ahead, 0]
    return series[rows].astype(np.float32), targets.astype(np.float32)
