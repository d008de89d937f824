# scikit-learn's MinMaxScaler, fitted on x_train alone.
# passes: both


def scale_min_max(x_train, x_new):
    scaler = MinMaxScaler()
    return scaler.fit_transform(x_train), scaler.transform(x_new)
