# Writes 1 where a word occurs, however often.
# passes: none


def bag_of_words(documents, vocabulary):
    return np.array([[int(word in tokens) for word in vocabulary] for tokens in documents])
