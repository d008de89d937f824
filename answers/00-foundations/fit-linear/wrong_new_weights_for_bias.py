# Predicts anew, with the weights already changed, before it changes the bias.
# passes: none


def fit_linear(x, y, rate, steps):
    w, b = np.zeros(x.shape[1]), 0.0
    for _ in range(steps):
        w = w - rate * 2 * x.T @ (x @ w + b - y) / len(x)
        b = b - rate * 2 * np.mean(x @ w + b - y)
    return w, float(b)
