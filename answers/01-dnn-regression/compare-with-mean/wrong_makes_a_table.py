# Subtracts a vector from a column: a table of n by n differences.
# passes: none


def compare_with_mean(y_train, y_true, y_pred):
    own = np.sqrt(np.mean((y_pred - y_true) ** 2))
    base = np.sqrt(np.mean((np.mean(y_train) - y_true) ** 2))
    return own, base, 1 - own / base
