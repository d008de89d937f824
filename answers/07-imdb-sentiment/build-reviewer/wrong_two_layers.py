# Hard-codes two bidirectional layers, as the visible check has them.
# passes: visible


def build_reviewer(num_words, embedding_size, units):
    first, second = units[0], units[-1]
    return keras.Sequential(
        [
            keras.Input(shape=(None,)),
            keras.layers.Embedding(num_words, embedding_size, mask_zero=True),
            keras.layers.Bidirectional(keras.layers.LSTM(first, return_sequences=True)),
            keras.layers.Bidirectional(keras.layers.LSTM(second)),
            keras.layers.Dropout(0.4),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
