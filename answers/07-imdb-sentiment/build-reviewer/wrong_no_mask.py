# Forgets mask_zero: padding changes the answer.
# passes: none


def build_reviewer(num_words, embedding_size, units):
    model = keras.Sequential([keras.Input(shape=(None,))])
    model.add(keras.layers.Embedding(num_words, embedding_size))
    for place, number in enumerate(units):
        more = place + 1 < len(units)
        model.add(keras.layers.Bidirectional(keras.layers.LSTM(number, return_sequences=more)))
    model.add(keras.layers.Dropout(0.4))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    return model
