# Sorts the words: in the visible check they are sorted already.
# passes: visible


def bag_of_words(documents, vocabulary):
    return np.array([[tokens.count(word) for word in sorted(vocabulary)] for tokens in documents])
