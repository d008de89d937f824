# A ReLU on the output, which can't predict below 0.
# passes: none


def build_stack(window, features, units):
    model = keras.Sequential([keras.Input(shape=(window, features))])
    for width in units[:-1]:
        model.add(keras.layers.LSTM(width, return_sequences=True))
        model.add(keras.layers.Dropout(0.1))
    model.add(keras.layers.LSTM(units[-1]))
    model.add(keras.layers.Dropout(0.1))
    model.add(keras.layers.Dense(1, activation="relu"))
    return model
