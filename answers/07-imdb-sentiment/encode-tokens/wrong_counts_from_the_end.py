# Counts from the end what to cut off, which is wrong once size exceeds what the words need.
# passes: visible


def encode_tokens(tokens, vocabulary, size):
    kept = vocabulary[: size - 2 - len(vocabulary)]
    return [kept.index(token) + 2 if token in kept else 1 for token in tokens]
