# Forgets head: what Keras does by default.
# passes: none


def pad_reviews(sequences, length, head):
    return keras.utils.pad_sequences(sequences, maxlen=length)
