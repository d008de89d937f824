# Cuts new values off at 0 and 1.
# passes: none


def scale_min_max(x_train, x_new):
    low, high = x_train.min(axis=0), x_train.max(axis=0)
    return (x_train - low) / (high - low), np.clip((x_new - low) / (high - low), 0, 1)
