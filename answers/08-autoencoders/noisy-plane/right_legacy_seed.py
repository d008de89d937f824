# NumPy's old generator, column by column.
# passes: both


def noisy_plane(count, slopes, noise, seed):
    state = np.random.RandomState(seed)
    points = np.zeros((count, 3))
    points[:, 0] = 2 * state.rand(count) - 1
    points[:, 1] = 2 * state.rand(count) - 1
    points[:, 2] = slopes[0] * points[:, 0] + slopes[1] * points[:, 1] + noise * state.randn(count)
    points -= points.mean(axis=0)
    return points
