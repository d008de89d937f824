# Rounds to two decimals.
# passes: visible


def compare_rmse(closes, predicted):
    model_rmse = np.sqrt(np.mean((predicted[1:] - closes[1:]) ** 2))
    return round(float(model_rmse), 2), round(float(np.sqrt(np.mean(np.diff(closes) ** 2))), 2)
