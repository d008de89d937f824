# Puts two entries in front of the vocabulary, so that the position is the number.
# passes: both


def encode_tokens(tokens, vocabulary, size):
    table = [None, None, *vocabulary][:size]
    positions = dict(zip(table, range(len(table)), strict=True))
    return tuple(positions.get(token, 1) for token in tokens)
