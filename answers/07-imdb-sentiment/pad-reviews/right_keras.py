# Cuts the middle out, then lets Keras pad.
# passes: both


def pad_reviews(sequences, length, head):
    cut = [list(sequence) for sequence in sequences]
    for sequence in cut:
        if len(sequence) > length:
            del sequence[head : head + len(sequence) - length]
    return keras.utils.pad_sequences(cut, maxlen=length, padding="pre")
