# The root of each square, and then the mean: that is the mean absolute error.
# passes: none


def compare_rmse(closes, predicted):
    model_rmse = np.mean(np.sqrt((predicted[1:] - closes[1:]) ** 2))
    return model_rmse, np.mean(np.sqrt(np.diff(closes) ** 2))
