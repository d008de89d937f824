# One vector after the other from one generator.
# passes: both


def make_noise(count, size, seed):
    source = np.random.default_rng(seed)
    return np.array([source.normal(size=size) for _ in range(count)], dtype="float32")
