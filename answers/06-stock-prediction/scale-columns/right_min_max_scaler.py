# scikit-learn's MinMaxScaler, fitted on the past.
# passes: both

from sklearn.preprocessing import MinMaxScaler


def scale_columns(values, num_past):
    scaler = MinMaxScaler()
    scaler.fit(values[:num_past])
    return scaler.transform(values), scaler.data_min_, scaler.data_max_
