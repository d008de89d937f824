# The test rows are scaled with their own mean and standard deviation.
# passes: none


def split_and_scale(x, y, num_test, seed):
    order = np.random.default_rng(seed).permutation(len(x))
    test, train = x[order[:num_test]], x[order[num_test:]]
    mean, std = train.mean(axis=0), train.std(axis=0)
    x_train, x_test = (train - mean) / std, (test - test.mean(axis=0)) / test.std(axis=0)
    return x_train, x_test, y[order[num_test:]], y[order[:num_test]], mean, std
