# Calculates in float32.
# passes: both


def mean_squared_error(y_true, y_pred):
    return np.square(y_true.astype("float32") - y_pred.astype("float32")).mean()


def binary_crossentropy(y_true, p):
    p, y = np.clip(p, 1e-7, 1 - 1e-7).astype("float32"), y_true.astype("float32")
    return np.average(-y * np.log(p) - (1 - y) * np.log1p(-p))


def categorical_crossentropy(y_true, p):
    p = np.clip(p, 1e-7, 1 - 1e-7).astype("float32")
    return -(y_true * np.log(p)).sum() / len(p)
