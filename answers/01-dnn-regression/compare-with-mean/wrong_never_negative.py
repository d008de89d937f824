# Cuts the improvement off at 0.
# passes: visible


def compare_with_mean(y_train, y_true, y_pred):
    own = np.sqrt(np.mean((np.ravel(y_pred) - y_true) ** 2))
    base = np.sqrt(np.mean((np.mean(y_train) - y_true) ** 2))
    return own, base, max(0.0, 1 - own / base)
