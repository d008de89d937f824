# Scales with np.interp and returns the pairs as arrays.
# passes: both

import numpy as np


def train_scaled(model, x, y, epochs):
    x_range = np.array([x.min(), x.max()])
    y_range = np.array([y.min(), y.max()])
    scaled_x = np.interp(x, x_range, [0, 1])
    scaled_y = np.interp(y, y_range, [0, 1])
    history = model.fit(scaled_x, scaled_y, epochs=epochs, batch_size=16, verbose=0)
    return history, x_range, y_range
