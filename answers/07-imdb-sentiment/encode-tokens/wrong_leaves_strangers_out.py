# Skips words that are out of vocabulary.
# passes: none


def encode_tokens(tokens, vocabulary, size):
    numbers = [vocabulary.index(token) + 2 for token in tokens if token in vocabulary]
    return [number for number in numbers if number < size]
