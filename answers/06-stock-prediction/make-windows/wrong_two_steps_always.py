# Hard-codes the two steps of the visible check in place of the horizon.
# passes: visible


def make_windows(series, window, horizon):
    count = len(series) - window - 1
    inputs = np.array([series[i : i + window] for i in range(count)])
    return inputs[:, :, np.newaxis], series[window + 1 :]
