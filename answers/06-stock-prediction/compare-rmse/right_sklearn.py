# scikit-learn's mean squared error, and a root.
# passes: both

from sklearn.metrics import mean_squared_error


def compare_rmse(closes, predicted):
    days = closes[1:]
    return [np.sqrt(mean_squared_error(days, guess)) for guess in (predicted[1:], closes[:-1])]
