# scikit-learn measures; NumPy floats come back.
# passes: both


def compare_with_mean(y_train, y_true, y_pred):
    always = np.full_like(y_true, np.mean(y_train))
    own = metrics.root_mean_squared_error(y_true, y_pred.reshape(-1))
    base = metrics.root_mean_squared_error(y_true, always)
    return own, base, 1 - own / base
