# Ignores the seed.
# passes: none


def make_noise(count, size, seed):
    return np.random.normal(size=(count, size)).astype("float32")
