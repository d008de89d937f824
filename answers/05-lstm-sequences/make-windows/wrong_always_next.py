# Ignores ahead: the target is always the row directly behind the window.
# passes: visible

import numpy as np


def make_windows(series, length, ahead):
    count = len(series) - length
    x = np.stack([series[i : i + length] for i in range(count)])
    y = series[length:, 0]
    return x.astype("float32"), y.astype("float32")
