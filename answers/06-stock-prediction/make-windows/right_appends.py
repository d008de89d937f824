# Appends example after example in a loop, and makes arrays of the lists.
# passes: both


def make_windows(series, window, horizon):
    inputs, targets = [], []
    for last in range(window - 1, len(series) - horizon):
        inputs.append([[value] for value in series[last - window + 1 : last + 1]])
        targets.append(series[last + horizon])
    return np.array(inputs), np.array(targets)
