# Solves the equations at once, without steps.
# passes: none


def fit_linear(x, y, rate, steps):
    with_ones = np.hstack([x, np.ones((len(x), 1))])
    theta = np.linalg.lstsq(with_ones, y, rcond=None)[0]
    return theta[:-1], float(theta[-1])
