# Leaves out the axis of features that LSTM layers want.
# passes: none


def make_windows(series, window, horizon):
    count = len(series) - window - horizon + 1
    inputs = np.array([series[i : i + window] for i in range(count)])
    return inputs, series[window + horizon - 1 :]
