# The count is one too small, so the last window is missing.
# passes: none

import numpy as np


def make_windows(series, length, ahead):
    count = len(series) - length - ahead
    x = np.stack([series[i : i + length] for i in range(count)])
    y = np.stack([series[i + length + ahead - 1, 0] for i in range(count)])
    return x.astype("float32"), y.astype("float32")
