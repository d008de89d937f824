# An array of words, indexed by all numbers at once.
# passes: both


def decode_review(numbers, word_index):
    numbers = np.asarray(numbers)
    table = np.full(max(word_index.values()) + 4, "?", dtype=object)
    for word in word_index:
        table[word_index[word] + 3] = word
    return " ".join(table[numbers[numbers > 1]])
