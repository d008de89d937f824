# Leaves the axis of length 1.
# passes: none


def predict_raw(model, x, x_range, y_range):
    x_low, x_high = x_range
    y_low, y_high = y_range
    return y_low + (y_high - y_low) * model.predict((x - x_low) / (x_high - x_low), verbose=0)
