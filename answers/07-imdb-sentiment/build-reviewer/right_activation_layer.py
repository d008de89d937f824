# Sequential from one list; sigmoid is a layer of its own, and the model is compiled as well.
# passes: both


from keras import layers


def build_reviewer(num_words, embedding_size, units):
    stack = [layers.Bidirectional(layers.LSTM(n, return_sequences=True)) for n in units[:-1]]
    model = keras.Sequential(
        [
            keras.Input((None,)),
            layers.Embedding(num_words, embedding_size, mask_zero=True),
            *stack,
            layers.Bidirectional(layers.LSTM(units[-1]), merge_mode="concat"),
            layers.Dropout(0.4),
            layers.Dense(1),
            layers.Activation("sigmoid"),
        ]
    )
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model
