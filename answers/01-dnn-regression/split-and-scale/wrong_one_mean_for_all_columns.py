# Forgets axis=0: one mean and one standard deviation for the whole table.
# passes: none


def split_and_scale(x, y, num_test, seed):
    order = np.random.default_rng(seed).permutation(len(x))
    test, train = order[:num_test], order[num_test:]
    mean, std = x[train].mean(), x[train].std()
    return (x[train] - mean) / std, (x[test] - mean) / std, y[train], y[test], mean, std
