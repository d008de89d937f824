# The positive and the negative half added; softmax by the differences of the scores.
# passes: both


def leaky_relu(z, slope):
    return np.maximum(z, 0) + slope * np.minimum(z, 0)


def elu(z, alpha):
    return np.maximum(z, 0) + alpha * (np.exp(np.minimum(z, 0)) - 1)


def softmax(z):
    with np.errstate(over="ignore"):
        return 1 / np.exp(z[:, None, :] - z[:, :, None]).sum(axis=2)
