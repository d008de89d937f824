# Keras' random functions; a tensor at the end.
# passes: both


def noisy_plane(count, slopes, noise, seed):
    stream = keras.random.SeedGenerator(seed)
    x = keras.random.uniform((count,), -1.0, 1.0, seed=stream)
    y = keras.random.uniform((count,), -1.0, 1.0, seed=stream)
    error = keras.random.normal((count,), stddev=1.0, seed=stream) * noise
    points = keras.ops.stack([x, y, slopes[0] * x + slopes[1] * y + error], axis=1)
    return points - keras.ops.mean(points, axis=0)
