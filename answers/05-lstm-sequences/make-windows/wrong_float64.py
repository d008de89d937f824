# Keeps the series' own float64.
# passes: none

import numpy as np


def make_windows(series, length, ahead):
    count = len(series) - length - ahead + 1
    x = np.stack([series[i : i + length] for i in range(count)])
    return x, series[length + ahead - 1 :, 0]
