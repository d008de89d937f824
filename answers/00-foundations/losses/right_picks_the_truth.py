# Picks the probability of what really happened, then takes its logarithm.
# passes: both


def mean_squared_error(y_true, y_pred):
    error = y_true - y_pred
    return error @ error / len(error)


def binary_crossentropy(y_true, p):
    given = np.where(y_true == 1, p, 1 - p)
    return -np.log(np.clip(given, 1e-7, 1 - 1e-7)).mean()


def categorical_crossentropy(y_true, p):
    given = p[np.arange(len(p)), y_true.argmax(axis=1)]
    return -np.log(given.clip(1e-7, 1 - 1e-7)).mean()
