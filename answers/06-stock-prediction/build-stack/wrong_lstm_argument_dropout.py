# Dropout as an argument of the LSTM layers, where the task asks for layers of their own.
# passes: none


def build_stack(window, features, units):
    model = keras.Sequential([keras.Input(shape=(window, features))])
    for width in units[:-1]:
        model.add(keras.layers.LSTM(width, dropout=0.1, return_sequences=True))
    model.add(keras.layers.LSTM(units[-1], dropout=0.1))
    model.add(keras.layers.Dense(1))
    return model
