# Leaks: the minimum and maximum of both arrays together.
# passes: none


def scale_min_max(x_train, x_new):
    scaler = MinMaxScaler().fit(np.vstack([x_train, x_new]))
    return scaler.transform(x_train), scaler.transform(x_new)
