# Counts a dense layer: the weights for the old state are missing.
# passes: none


def count_recurrent(kind, features, units):
    parts = {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind]
    total = 0
    for size in units:
        total += parts * size * (features + 1)
        features = size
    return total
