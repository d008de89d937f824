# A Counter for each document, put in the order of the vocabulary by pandas.
# passes: both


from collections import Counter

import pandas as pd


def bag_of_words(documents, vocabulary):
    table = pd.DataFrame([dict.fromkeys(vocabulary, 0) | Counter(tokens) for tokens in documents])
    return table.reindex(columns=vocabulary).fillna(0).to_numpy().astype("uint16")
