# x and y from 0 to 1, as random() gives them.
# passes: none


def noisy_plane(count, slopes, noise, seed):
    rng = np.random.default_rng(seed)
    x, y = rng.random((2, count))
    points = np.column_stack([x, y, slopes[0] * x + slopes[1] * y + rng.normal(0, noise, count)])
    return points - points.mean(axis=0)
