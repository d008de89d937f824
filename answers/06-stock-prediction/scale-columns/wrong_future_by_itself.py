# Scales past and future each by their own lows and highs.
# passes: none

from sklearn.preprocessing import MinMaxScaler


def scale_columns(values, num_past):
    past, future = MinMaxScaler(), MinMaxScaler()
    scaled = np.vstack([past.fit_transform(values[:num_past]), future.fit_transform(values[num_past:])])
    return scaled, past.data_min_, past.data_max_
