# The means stay.
# passes: none


def noisy_plane(count, slopes, noise, seed):
    rng = np.random.default_rng(seed)
    x, y = rng.uniform(-1, 1, (2, count))
    return np.column_stack([x, y, slopes[0] * x + slopes[1] * y + rng.normal(0, noise, count)])
