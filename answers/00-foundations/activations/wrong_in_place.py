# Changes the caller's array.
# passes: none


def leaky_relu(z, slope):
    z[z < 0] *= slope
    return z


def elu(z, alpha):
    return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))


def softmax(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
