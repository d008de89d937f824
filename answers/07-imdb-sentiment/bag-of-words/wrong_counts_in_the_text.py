# Counts in the joined text, so that art is found in party.
# passes: visible


def bag_of_words(documents, vocabulary):
    return np.array([[" ".join(tokens).count(word) for word in vocabulary] for tokens in documents])
