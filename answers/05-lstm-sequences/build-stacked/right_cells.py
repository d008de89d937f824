# Keras's RNN layer around LSTM cells, and Dense wrapped in TimeDistributed.
# passes: both

import keras


def build_stacked(length, features, units, every_step):
    model = keras.Sequential([keras.Input(shape=(length, features))])
    for size in units[:-1]:
        model.add(keras.layers.RNN(keras.layers.LSTMCell(size), return_sequences=True))
    model.add(keras.layers.RNN(keras.layers.LSTMCell(units[-1]), return_sequences=every_step))
    output = keras.layers.Dense(1)
    model.add(keras.layers.TimeDistributed(output) if every_step else output)
    return model
