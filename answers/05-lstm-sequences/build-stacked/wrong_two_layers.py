# Builds exactly two LSTM layers.
# passes: visible

import keras


def build_stacked(length, features, units, every_step):
    return keras.Sequential(
        [
            keras.Input(shape=(length, features)),
            keras.layers.LSTM(units[0], return_sequences=True),
            keras.layers.LSTM(units[-1], return_sequences=every_step),
            keras.layers.Dense(1),
        ]
    )
