# ELU without the minus 1: it jumps at 0.
# passes: none


def leaky_relu(z, slope):
    return np.where(z > 0, z, slope * z)


def elu(z, alpha):
    return np.where(z > 0, z, alpha * np.exp(z))


def softmax(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
