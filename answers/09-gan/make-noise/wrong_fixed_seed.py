# A seed of its own in place of the argument.
# passes: visible


def make_noise(count, size, seed):
    return np.random.default_rng(42).normal(size=(count, size)).astype("float32")
