# Marks the test rows in a mask; the rows keep their order within each set. Returns a list.
# passes: both


def split_and_scale(x, y, num_test, seed):
    generator = np.random.default_rng(seed)
    is_test = np.zeros(len(x), dtype=bool)
    is_test[generator.choice(len(x), size=num_test, replace=False)] = True
    mean = np.mean(x[~is_test], axis=0)
    std = np.std(x[~is_test], axis=0)
    return [(x[~is_test] - mean) / std, (x[is_test] - mean) / std, y[~is_test], y[is_test], mean, std]
