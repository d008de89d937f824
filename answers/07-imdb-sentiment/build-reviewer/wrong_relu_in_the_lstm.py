# Takes ReLU inside the LSTM, as in dense layers; with small weights the output hardly tells.
# passes: none


def build_reviewer(num_words, embedding_size, units):
    model = keras.Sequential([keras.Input(shape=(None,))])
    model.add(keras.layers.Embedding(num_words, embedding_size, mask_zero=True))
    for place, number in enumerate(units):
        more = place + 1 < len(units)
        lstm = keras.layers.LSTM(number, return_sequences=more, activation="relu")
        model.add(keras.layers.Bidirectional(lstm))
    model.add(keras.layers.Dropout(0.4))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    return model
