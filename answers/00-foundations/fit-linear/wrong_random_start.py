# Begins at random weights.
# passes: none


def fit_linear(x, y, rate, steps):
    rng = np.random.default_rng(0)
    w, b = rng.normal(size=x.shape[1]), 0.0
    for _ in range(steps):
        error = x @ w + b - y
        w, b = w - rate * 2 * x.T @ error / len(x), b - rate * 2 * error.mean()
    return w, float(b)
