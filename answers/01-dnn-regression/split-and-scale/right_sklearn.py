# scikit-learn does both; the tuple is put together from its pieces.
# passes: both


def split_and_scale(x, y, num_test, seed):
    x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=num_test, random_state=seed)
    scaler = StandardScaler().fit(x_train)
    return scaler.transform(x_train), scaler.transform(x_test), y_train, y_test, scaler.mean_, scaler.scale_
