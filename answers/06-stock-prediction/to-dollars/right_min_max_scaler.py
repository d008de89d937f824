# scikit-learn's MinMaxScaler with the range [-1, 1], inverted.
# passes: both

from sklearn.preprocessing import MinMaxScaler


def to_dollars(scaled, low, high):
    scaler = MinMaxScaler(feature_range=(-1, 1)).fit([[low], [high]])
    return scaler.inverse_transform(scaled.reshape(-1, 1))[:, 0]
