# Uniform instead of normal.
# passes: none


def make_noise(count, size, seed):
    return np.random.default_rng(seed).uniform(-1, 1, (count, size)).astype("float32")
