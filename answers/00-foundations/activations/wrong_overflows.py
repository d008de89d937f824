# softmax straight from the formula: exp(1000) is infinite, and nan follows.
# passes: none


def leaky_relu(z, slope):
    return np.where(z > 0, z, slope * z)


def elu(z, alpha):
    return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))


def softmax(z):
    return np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
