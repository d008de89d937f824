# All layers return sequences; the last state is cut out by a Lambda layer where it is wanted alone.
# passes: both

import keras


def build_stacked(length, features, units, every_step):
    layers = [keras.Input(shape=(length, features))]
    layers += [keras.layers.LSTM(size, return_sequences=True) for size in units]
    if not every_step:
        layers.append(keras.layers.Lambda(lambda states: states[:, -1]))
    return keras.Sequential([*layers, keras.layers.Dense(1)])
