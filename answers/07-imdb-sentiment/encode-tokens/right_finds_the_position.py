# Looks each position up in the list.
# passes: both


def encode_tokens(tokens, vocabulary, size):
    numbers = []
    for token in tokens:
        number = vocabulary.index(token) + 2 if token in vocabulary else size
        numbers.append(number if number < size else 1)
    return numbers
