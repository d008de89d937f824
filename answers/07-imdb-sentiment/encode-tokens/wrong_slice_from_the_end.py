# Cuts the vocabulary by a slice that is right only while size is at most its length + 2.
# passes: visible


def encode_tokens(tokens, vocabulary, size):
    surplus = len(vocabulary) + 2 - size
    kept = vocabulary[: -abs(surplus)] if surplus == 1 else vocabulary
    number_of = {word: place + 2 for place, word in enumerate(kept)}
    return [number_of.get(token, 1) for token in tokens]
