# Uses the numbering of IMDB: the first word is 4, out of vocabulary 2.
# passes: none


def encode_tokens(tokens, vocabulary, size):
    number_of = {word: place + 4 for place, word in enumerate(vocabulary[: size - 4])}
    return [number_of.get(token, 2) for token in tokens]
