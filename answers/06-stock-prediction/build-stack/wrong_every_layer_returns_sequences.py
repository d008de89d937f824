# The last LSTM layer returns its sequence too, so there is a prediction for each day.
# passes: none


def build_stack(window, features, units):
    model = keras.Sequential([keras.Input(shape=(window, features))])
    for width in units:
        model.add(keras.layers.LSTM(width, return_sequences=True))
        model.add(keras.layers.Dropout(0.1))
    model.add(keras.layers.Dense(1))
    return model
