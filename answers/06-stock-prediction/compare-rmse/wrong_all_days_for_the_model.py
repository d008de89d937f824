# Judges the model on the first day too, the baseline not.
# passes: none


def compare_rmse(closes, predicted):
    model_rmse = np.sqrt(np.mean((predicted - closes) ** 2))
    return model_rmse, np.sqrt(np.mean(np.diff(closes) ** 2))
