# Knows two columns, as in the visible check.
# passes: visible


def scale_min_max(x_train, x_new):
    train, new = x_train.copy(), x_new.copy()
    for j in (0, 1):
        low, high = x_train[:, j].min(), x_train[:, j].max()
        train[:, j] = (x_train[:, j] - low) / (high - low)
        new[:, j] = (x_new[:, j] - low) / (high - low)
    return train, new
