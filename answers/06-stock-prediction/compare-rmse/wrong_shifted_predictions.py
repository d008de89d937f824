# Sets each prediction beside the close of the day on which it was made.
# passes: none


def compare_rmse(closes, predicted):
    model_rmse = np.sqrt(np.mean((predicted[1:] - closes[:-1]) ** 2))
    return model_rmse, np.sqrt(np.mean(np.diff(closes) ** 2))
