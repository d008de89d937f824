# np.vectorize does not take an empty input.
# passes: visible


def encode_tokens(tokens, vocabulary, size):
    number_of = {word: place + 2 for place, word in enumerate(vocabulary[: size - 2])}
    return np.vectorize(lambda token: number_of.get(token, 1))(np.array(tokens))
