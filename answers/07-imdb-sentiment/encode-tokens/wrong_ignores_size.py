# Numbers the whole vocabulary, whatever size says.
# passes: none


def encode_tokens(tokens, vocabulary, size):
    number_of = {word: place + 2 for place, word in enumerate(vocabulary)}
    return [number_of.get(token, 1) for token in tokens]
