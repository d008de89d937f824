# NumPy's older RandomState.
# passes: both


def make_noise(count, size, seed):
    return np.random.RandomState(seed).randn(count, size).astype("float32")
