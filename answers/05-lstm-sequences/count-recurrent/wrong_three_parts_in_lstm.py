# Counts the LSTM's three gates and forgets the candidate.
# passes: none


def count_recurrent(kind, features, units):
    parts = {"SimpleRNN": 1, "LSTM": 3, "GRU": 3}[kind]
    biases = 2 if kind == "GRU" else 1
    total = 0
    for size in units:
        total += parts * size * (features + size + biases)
        features = size
    return total
