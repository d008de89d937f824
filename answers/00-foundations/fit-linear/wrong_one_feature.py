# Has one slope for all features, which is right for one feature only.
# passes: visible


def fit_linear(x, y, rate, steps):
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(steps):
        error = x @ w + b - y
        w = w - rate * 2 * np.mean(x[:, 0] * error)
        b = b - rate * 2 * np.mean(error)
    return w, float(b)
