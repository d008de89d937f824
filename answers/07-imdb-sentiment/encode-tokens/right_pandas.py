# Maps a Series and fills what is missing; returns an array.
# passes: both


import pandas as pd


def encode_tokens(tokens, vocabulary, size):
    known = pd.Series(range(2, len(vocabulary) + 2), index=vocabulary)
    numbers = pd.Series(tokens, dtype=object).map(known).astype(float)
    return numbers.where(numbers < size, 1).astype(int).to_numpy()
