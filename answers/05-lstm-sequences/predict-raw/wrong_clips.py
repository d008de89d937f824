# Cuts off what lies outside the ranges.
# passes: none

import numpy as np


def predict_raw(model, x, x_range, y_range):
    scaled = np.interp(x, x_range, [0, 1])
    low, high = y_range
    return low + model.predict(scaled, verbose=0)[:, 0] * (high - low)
