# Dense(length) in place of one unit at every step.
# passes: none

import keras


def build_stacked(length, features, units, every_step):
    model = keras.Sequential([keras.Input(shape=(length, features))])
    for size in units[:-1]:
        model.add(keras.layers.LSTM(size, return_sequences=True))
    model.add(keras.layers.LSTM(units[-1]))
    if every_step:
        model.add(keras.layers.Dense(length))
        model.add(keras.layers.Reshape((length, 1)))
    else:
        model.add(keras.layers.Dense(1))
    return model
