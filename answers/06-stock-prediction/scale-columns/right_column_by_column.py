# A loop over the columns, in float32.
# passes: both


def scale_columns(values, num_past):
    scaled = np.empty(values.shape, dtype="float32")
    lows, highs = np.empty(values.shape[1]), np.empty(values.shape[1])
    for column in range(values.shape[1]):
        past = values[:num_past, column]
        lows[column], highs[column] = min(past), max(past)
        scaled[:, column] = (values[:, column] - lows[column]) / (highs[column] - lows[column])
    return scaled, lows, highs
