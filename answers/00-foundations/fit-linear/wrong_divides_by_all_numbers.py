# Divides by the number of values in x, which is right for one feature only.
# passes: visible


def fit_linear(x, y, rate, steps):
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(steps):
        error = x @ w + b - y
        w, b = w - rate * 2 * x.T @ error / x.size, b - rate * 2 * error.mean()
    return w, float(b)
