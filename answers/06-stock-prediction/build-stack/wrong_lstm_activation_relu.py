# LSTM layers with ReLU in place of Keras's tanh.
# passes: none


def build_stack(window, features, units):
    model = keras.Sequential([keras.Input(shape=(window, features))])
    for width in units[:-1]:
        model.add(keras.layers.LSTM(width, activation="relu", return_sequences=True))
        model.add(keras.layers.Dropout(0.1))
    model.add(keras.layers.LSTM(units[-1], activation="relu"))
    model.add(keras.layers.Dropout(0.1))
    model.add(keras.layers.Dense(1))
    return model
