# Looks every token up and does not expect one that is missing.
# passes: none


def bag_of_words(documents, vocabulary):
    counts = np.zeros((len(documents), len(vocabulary)), dtype=int)
    for row, tokens in enumerate(documents):
        for token in tokens:
            counts[row, vocabulary.index(token)] += 1
    return counts
