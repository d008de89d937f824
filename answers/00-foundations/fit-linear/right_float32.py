# In float32, with the mean of products.
# passes: both


def fit_linear(x, y, rate, steps):
    x, y = x.astype("float32"), y.astype("float32")
    w, b = np.zeros(x.shape[1], dtype="float32"), np.float32(0)
    for _ in range(steps):
        error = x @ w + b - y
        w, b = w - rate * np.mean(2 * error[:, None] * x, axis=0), b - rate * np.mean(2 * error)
    return w.astype("float32"), float(b)
