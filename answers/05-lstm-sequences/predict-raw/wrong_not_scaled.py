# Asks the model with raw inputs.
# passes: none


def predict_raw(model, x, x_range, y_range):
    low, high = y_range
    return low + model.predict(x, verbose=0)[:, 0] * (high - low)
