# One matrix of indices picks all windows at once; float32.
# passes: both


def make_windows(series, window, horizon):
    values = series.astype("float32")
    starts = np.arange(len(values) - window - horizon + 1)
    inputs = values[starts[:, None] + np.arange(window)]
    return np.expand_dims(inputs, axis=-1), values[starts + window - 1 + horizon]
