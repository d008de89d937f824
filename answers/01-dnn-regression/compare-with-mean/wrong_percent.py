# Gives the improvement in percent.
# passes: none


def compare_with_mean(y_train, y_true, y_pred):
    own = np.sqrt(np.mean((np.ravel(y_pred) - y_true) ** 2))
    base = np.sqrt(np.mean((np.mean(y_train) - y_true) ** 2))
    return own, base, 100 * (1 - own / base)
