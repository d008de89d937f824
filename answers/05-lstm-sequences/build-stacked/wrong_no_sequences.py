# Forgets return_sequences between the layers; Keras stops.
# passes: none

import keras


def build_stacked(length, features, units, every_step):
    model = keras.Sequential([keras.Input(shape=(length, features))])
    for size in units:
        model.add(keras.layers.LSTM(size))
    model.add(keras.layers.Dense(1))
    return model
