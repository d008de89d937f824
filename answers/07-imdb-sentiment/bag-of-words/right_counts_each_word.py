# list.count for each word of each document.
# passes: both


def bag_of_words(documents, vocabulary):
    rows = [[tokens.count(word) for word in vocabulary] for tokens in documents]
    return np.array(rows, dtype="int32").reshape(len(documents), len(vocabulary))
