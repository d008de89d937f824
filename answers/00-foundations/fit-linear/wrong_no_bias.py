# Leaves the bias at 0.
# passes: none


def fit_linear(x, y, rate, steps):
    w = np.zeros(x.shape[1])
    for _ in range(steps):
        w = w - rate * 2 * x.T @ (x @ w - y) / len(x)
    return w, 0.0
