# Does not shuffle: the last rows are the test set.
# passes: none


def split_and_scale(x, y, num_test, seed):
    x_train, x_test = x[:-num_test], x[-num_test:]
    mean, std = x_train.mean(axis=0), x_train.std(axis=0)
    return (x_train - mean) / std, (x_test - mean) / std, y[:-num_test], y[-num_test:], mean, std
