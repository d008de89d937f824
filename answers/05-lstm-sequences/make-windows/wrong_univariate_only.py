# Drops all features but the first, and so makes windows with one column.
# passes: none

import numpy as np


def make_windows(series, length, ahead):
    values = series[:, 0].astype("float32")
    count = len(values) - length - ahead + 1
    x = np.stack([values[i : i + length] for i in range(count)])[..., np.newaxis]
    return x, values[length + ahead - 1 :]
