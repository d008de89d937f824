# A list of layers, put together at the end.
# passes: both


def build_stack(window, features, units):
    layers = [keras.Input(shape=(window, features))]
    for width in units:
        layers += [keras.layers.LSTM(width, return_sequences=True), keras.layers.Dropout(0.1)]
    layers[-2] = keras.layers.LSTM(units[-1])
    return keras.Sequential([*layers, keras.layers.Dense(1)])
