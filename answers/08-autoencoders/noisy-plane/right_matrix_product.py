# The plane as a matrix product, in float32.
# passes: both


def noisy_plane(count, slopes, noise, seed):
    rng = np.random.default_rng(seed)
    flat = rng.uniform(-1, 1, (count, 2))
    lift = np.column_stack([np.eye(2), slopes])
    points = flat @ lift
    points[:, 2] += noise * rng.standard_normal(count)
    return (points - points.mean(axis=0, keepdims=True)).astype("float32")
