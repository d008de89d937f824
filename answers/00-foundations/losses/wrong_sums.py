# Adds up instead of taking the mean.
# passes: none


def mean_squared_error(y_true, y_pred):
    return np.sum((y_true - y_pred) ** 2)


def binary_crossentropy(y_true, p):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))


def categorical_crossentropy(y_true, p):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -np.mean(np.sum(y_true * np.log(p), axis=1))
