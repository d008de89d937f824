# Compares every token with the vocabulary and adds the rows up.
# passes: both


def bag_of_words(documents, vocabulary):
    words = np.array(vocabulary)
    counts = [(np.array(tokens, dtype=object)[:, None] == words).sum(axis=0) for tokens in documents]
    return np.stack(counts).astype(int)
