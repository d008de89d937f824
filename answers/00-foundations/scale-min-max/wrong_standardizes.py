# Standardizes: mean 0 and standard deviation 1.
# passes: none


def scale_min_max(x_train, x_new):
    mean, deviation = x_train.mean(axis=0), x_train.std(axis=0)
    return (x_train - mean) / deviation, (x_new - mean) / deviation
