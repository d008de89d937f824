# Leaves dtype out, so the counts are floating-point numbers.
# passes: none


def bag_of_words(documents, vocabulary):
    counts = np.zeros((len(documents), len(vocabulary)))
    for row, tokens in enumerate(documents):
        for column, word in enumerate(vocabulary):
            counts[row, column] = tokens.count(word)
    return counts
