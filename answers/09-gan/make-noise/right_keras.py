# keras.random with a seed.
# passes: both


def make_noise(count, size, seed):
    return keras.random.normal((count, size), seed=seed)
