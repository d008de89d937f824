# A subclass of Model that hands inputs and outputs to the Functional API.
# passes: both

import keras


class Stacked(keras.Model):
    def __init__(self, length, features, units, every_step):
        inputs = keras.Input(shape=(length, features))
        states = inputs
        remaining = len(units)
        for size in units:
            remaining -= 1
            states = keras.layers.LSTM(size, return_sequences=remaining > 0 or every_step)(states)
        super().__init__(inputs, keras.layers.Dense(1, activation="linear")(states))


def build_stacked(length, features, units, every_step):
    return Stacked(length, features, units, every_step)
