# scikit-learn's MinMaxScaler, fitted on all values of x in one column.
# passes: both

from sklearn.preprocessing import MinMaxScaler


def train_scaled(model, x, y, epochs):
    x_scaler = MinMaxScaler().fit(x.reshape(-1, 1))
    y_scaler = MinMaxScaler().fit(y.reshape(-1, 1))
    inputs = x_scaler.transform(x.reshape(-1, 1)).reshape(x.shape)
    targets = y_scaler.transform(y.reshape(-1, 1))
    history = model.fit(inputs, targets, epochs=epochs, batch_size=16, verbose=0)
    ranges = [(scaler.data_min_[0], scaler.data_max_[0]) for scaler in (x_scaler, y_scaler)]
    return history, *ranges
