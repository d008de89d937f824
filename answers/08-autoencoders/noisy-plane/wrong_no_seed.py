# Draws without the seed, so that no two calls agree.
# passes: none


def noisy_plane(count, slopes, noise, seed):
    x, y = np.random.uniform(-1, 1, (2, count))
    points = np.column_stack([x, y, slopes[0] * x + slopes[1] * y + np.random.normal(0, noise, count)])
    return points - points.mean(axis=0)
