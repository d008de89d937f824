# The Functional API, all layers but the last in a loop.
# passes: both

import keras


def build_stacked(length, features, units, every_step):
    inputs = keras.Input(shape=(length, features))
    states = inputs
    for size in units[:-1]:
        states = keras.layers.LSTM(size, return_sequences=True)(states)
    states = keras.layers.LSTM(units[-1], return_sequences=every_step)(states)
    return keras.Model(inputs, keras.layers.Dense(1)(states))
