# Where gradient descent stands after so many steps, calculated from the eigenvectors.
# passes: both


def fit_linear(x, y, rate, steps):
    with_ones = np.hstack([x, np.ones((len(x), 1))])
    values, vectors = np.linalg.eigh(2 / len(x) * with_ones.T @ with_ones)
    pull = vectors.T @ (2 / len(x) * with_ones.T @ y)
    theta = vectors @ (pull * (1 - (1 - rate * values) ** steps) / values)
    return theta[:-1], float(theta[-1])
