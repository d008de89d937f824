# Shuffles a list of row numbers with Python, and scales column by column in float32.
# passes: both

import random


def split_and_scale(x, y, num_test, seed):
    rows = list(range(len(x)))
    random.Random(seed).shuffle(rows)
    train, test = rows[num_test:], rows[:num_test]
    mean, std = np.zeros(x.shape[1], "float32"), np.zeros(x.shape[1], "float32")
    x_train, x_test = x[train].astype("float32"), x[test].astype("float32")
    for j in range(x.shape[1]):
        column = x[train, j]
        mean[j] = sum(column) / len(column)
        std[j] = (sum((value - mean[j]) ** 2 for value in column) / len(column)) ** 0.5
        x_train[:, j] = (x_train[:, j] - mean[j]) / std[j]
        x_test[:, j] = (x_test[:, j] - mean[j]) / std[j]
    return x_train, x_test, y[train], y[test], mean, std
