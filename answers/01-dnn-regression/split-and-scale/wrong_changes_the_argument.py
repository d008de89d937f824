# Scales x in place, so the caller's table is changed.
# passes: none


def split_and_scale(x, y, num_test, seed):
    order = np.random.default_rng(seed).permutation(len(x))
    test, train = order[:num_test], order[num_test:]
    mean, std = x[train].mean(axis=0), x[train].std(axis=0)
    x -= mean
    x /= std
    return x[train], x[test], y[train], y[test], mean, std
