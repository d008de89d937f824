# Counts the horizon from the first value after the window, so every target lies one step too late.
# passes: none


def make_windows(series, window, horizon):
    count = len(series) - window - horizon
    inputs = np.array([series[i : i + window] for i in range(count)])
    return inputs[:, :, np.newaxis], series[window + horizon :]
