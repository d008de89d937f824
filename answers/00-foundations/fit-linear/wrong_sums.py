# Adds up the gradient instead of taking the mean: the steps are n times as large.
# passes: none


def fit_linear(x, y, rate, steps):
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(steps):
        error = x @ w + b - y
        w, b = w - rate * 2 * x.T @ error, b - rate * 2 * error.sum()
    return w, float(b)
