# Pads at the end.
# passes: none


def pad_reviews(sequences, length, head):
    cut = [s if len(s) <= length else s[:head] + s[len(s) - length + head :] for s in sequences]
    return keras.utils.pad_sequences(cut, maxlen=length, padding="post")
