# The bias as the weight of a column of ones.
# passes: both


def fit_linear(x, y, rate, steps):
    with_ones = np.hstack([x, np.ones((len(x), 1))])
    theta = np.zeros(with_ones.shape[1])
    for _ in range(steps):
        theta -= rate * 2 / len(x) * with_ones.T @ (with_ones @ theta - y)
    return theta[:-1], float(theta[-1])
