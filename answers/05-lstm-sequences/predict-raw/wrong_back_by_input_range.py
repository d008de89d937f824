# Turns the answers back by the range of the inputs.
# passes: none


def predict_raw(model, x, x_range, y_range):
    low, high = x_range
    answers = model.predict((x - low) / (high - low), verbose=0)[:, 0]
    return low + answers * (high - low)
