# A small Sequential model for each LSTM layer, put together into a larger one.
# passes: both


def block(width, keeps_days):
    return keras.Sequential(
        [keras.layers.LSTM(width, return_sequences=keeps_days), keras.layers.Dropout(0.1)]
    )


def build_stack(window, features, units):
    blocks = [block(width, True) for width in units[:-1]] + [block(units[-1], False)]
    return keras.Sequential([keras.Input(shape=(window, features)), *blocks, keras.layers.Dense(1)])
