# Leaves the numbers in float64.
# passes: none


def make_noise(count, size, seed):
    return np.random.default_rng(seed).normal(size=(count, size))
