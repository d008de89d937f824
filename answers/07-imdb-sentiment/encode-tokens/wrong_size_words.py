# Takes size for the number of words, so numbers run up to size + 1.
# passes: none


def encode_tokens(tokens, vocabulary, size):
    number_of = {word: place + 2 for place, word in enumerate(vocabulary[:size])}
    return [number_of.get(token, 1) for token in tokens]
