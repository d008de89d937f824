# Mean and standard deviation come from all rows: the test set has leaked.
# passes: none


def split_and_scale(x, y, num_test, seed):
    mean, std = x.mean(axis=0), x.std(axis=0)
    x = (x - mean) / std
    order = np.random.default_rng(seed).permutation(len(x))
    test, train = order[:num_test], order[num_test:]
    return x[train], x[test], y[train], y[test], mean, std
