# Functional API: each layer is called on the output of the one before.
# passes: both


def build_reviewer(num_words, embedding_size, units):
    inputs = keras.Input(shape=(None,), dtype="int32")
    x = keras.layers.Embedding(num_words, embedding_size, mask_zero=True)(inputs)
    for number in units[:-1]:
        x = keras.layers.Bidirectional(keras.layers.LSTM(number, return_sequences=True))(x)
    x = keras.layers.Bidirectional(keras.layers.LSTM(units[-1]))(x)
    x = keras.layers.Dropout(0.4)(x)
    return keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(x))
