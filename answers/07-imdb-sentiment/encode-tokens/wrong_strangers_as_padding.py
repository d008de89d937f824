# Uses 0 for words that are out of vocabulary.
# passes: none


def encode_tokens(tokens, vocabulary, size):
    number_of = {word: place + 2 for place, word in enumerate(vocabulary[: size - 2])}
    return [number_of.get(token, 0) for token in tokens]
