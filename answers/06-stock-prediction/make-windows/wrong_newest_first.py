# Turns each window round, so that its newest value comes first.
# passes: none


def make_windows(series, window, horizon):
    count = len(series) - window - horizon + 1
    inputs = np.array([series[i : i + window][::-1] for i in range(count)])
    return inputs[:, :, np.newaxis], series[window + horizon - 1 :]
