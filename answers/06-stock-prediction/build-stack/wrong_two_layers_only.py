# Uses the first and the last entry of units only; in the visible check these are all.
# passes: visible


def build_stack(window, features, units):
    return keras.Sequential(
        [
            keras.Input(shape=(window, features)),
            keras.layers.LSTM(units[0], return_sequences=True),
            keras.layers.Dropout(0.1),
            keras.layers.LSTM(units[-1]),
            keras.layers.Dropout(0.1),
            keras.layers.Dense(1),
        ]
    )
