# The mean squared error, without the root.
# passes: none


def compare_rmse(closes, predicted):
    return np.mean((predicted[1:] - closes[1:]) ** 2), np.mean(np.diff(closes) ** 2)
