# Subtracts the largest score of the whole batch; a row far below it becomes 0 / 0.
# passes: none


def leaky_relu(z, slope):
    return np.where(z > 0, z, slope * z)


def elu(z, alpha):
    return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))


def softmax(z):
    powers = np.exp(z - z.max())
    return powers / powers.sum(axis=1, keepdims=True)
