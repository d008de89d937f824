# Adds up the gradients row by row, in plain Python.
# passes: both


def fit_linear(x, y, rate, steps):
    n, d = x.shape
    w, b = [0.0] * d, 0.0
    for _ in range(steps):
        slope_w, slope_b = [0.0] * d, 0.0
        for row, true in zip(x.tolist(), y.tolist(), strict=True):
            error = sum(weight * value for weight, value in zip(w, row, strict=True)) + b - true
            slope_w = [slope + 2 * error * value / n for slope, value in zip(slope_w, row, strict=True)]
            slope_b += 2 * error / n
        w = [weight - rate * slope for weight, slope in zip(w, slope_w, strict=True)]
        b -= rate * slope_b
    return np.array(w), b
