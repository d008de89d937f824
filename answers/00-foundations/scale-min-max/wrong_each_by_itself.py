# Scales the new rows by their own minimum and maximum.
# passes: none


def scale_min_max(x_train, x_new):
    return MinMaxScaler().fit_transform(x_train), MinMaxScaler().fit_transform(x_new)
