# No layer returns a sequence, so the second LSTM layer gets a vector and Keras refuses.
# passes: none


def build_stack(window, features, units):
    model = keras.Sequential([keras.Input(shape=(window, features))])
    for width in units:
        model.add(keras.layers.LSTM(width))
        model.add(keras.layers.Dropout(0.1))
    model.add(keras.layers.Dense(1))
    return model
