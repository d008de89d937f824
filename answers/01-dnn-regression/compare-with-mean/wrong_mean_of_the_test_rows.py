# The baseline knows the mean of the test targets.
# passes: none


def compare_with_mean(y_train, y_true, y_pred):
    own = np.sqrt(np.mean((np.ravel(y_pred) - y_true) ** 2))
    base = np.std(y_true)
    return own, base, 1 - own / base
