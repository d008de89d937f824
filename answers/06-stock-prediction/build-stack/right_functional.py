# The Functional API; the last LSTM layer after the loop.
# passes: both


def build_stack(window, features, units):
    inputs = keras.Input(shape=(window, features))
    x = inputs
    for width in units[:-1]:
        x = keras.layers.LSTM(width, return_sequences=True)(x)
        x = keras.layers.Dropout(0.1)(x)
    x = keras.layers.LSTM(units[-1])(x)
    x = keras.layers.Dropout(0.1)(x)
    return keras.Model(inputs, keras.layers.Dense(1)(x))
