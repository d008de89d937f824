# size rows of count numbers.
# passes: none


def make_noise(count, size, seed):
    return np.random.default_rng(seed).normal(size=(size, count)).astype("float32")
