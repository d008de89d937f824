# Swaps rows and columns.
# passes: none


def bag_of_words(documents, vocabulary):
    return np.array([[tokens.count(word) for tokens in documents] for word in vocabulary])
