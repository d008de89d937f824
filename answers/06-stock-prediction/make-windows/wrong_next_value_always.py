# Takes the next value as the target, whatever the horizon.
# passes: none


def make_windows(series, window, horizon):
    count = len(series) - window
    inputs = np.array([series[i : i + window] for i in range(count)])
    return inputs[:, :, np.newaxis], series[window:]
