# A subclass of keras.Model that builds its graph in __init__.
# passes: both


class Reviewer(keras.Model):
    def __init__(self, num_words, embedding_size, units):
        inputs = keras.Input(shape=(None,))
        x = keras.layers.Embedding(num_words, embedding_size, mask_zero=True)(inputs)
        for place in range(len(units)):
            last = place == len(units) - 1
            lstm = keras.layers.LSTM(units[place], return_sequences=not last)
            x = keras.layers.Bidirectional(lstm)(x)
        x = keras.layers.Dropout(rate=0.4)(x)
        super().__init__(inputs, keras.layers.Dense(1, "sigmoid")(x))


def build_reviewer(num_words, embedding_size, units):
    return Reviewer(num_words, embedding_size, units)
