# Forgets the factor 2 of the derivative.
# passes: none


def fit_linear(x, y, rate, steps):
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(steps):
        error = x @ w + b - y
        w, b = w - rate * x.T @ error / len(x), b - rate * error.mean()
    return w, float(b)
