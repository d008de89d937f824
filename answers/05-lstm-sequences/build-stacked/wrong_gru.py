# GRU layers.
# passes: none

import keras


def build_stacked(length, features, units, every_step):
    model = keras.Sequential([keras.Input(shape=(length, features))])
    for place, size in enumerate(units, start=1):
        model.add(keras.layers.GRU(size, return_sequences=every_step or place < len(units)))
    model.add(keras.layers.Dense(1))
    return model
