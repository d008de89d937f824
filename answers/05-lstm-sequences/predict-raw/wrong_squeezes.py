# Squeezes all axes, so a single window gives no array of shape (1,).
# passes: visible

import numpy as np


def predict_raw(model, x, x_range, y_range):
    x_low, x_high = x_range
    y_low, y_high = y_range
    scaled = (x - x_low) / (x_high - x_low)
    return y_low + (y_high - y_low) * np.squeeze(model.predict(scaled, verbose=0))
