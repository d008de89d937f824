# The right number as a float.
# passes: none


def count_recurrent(kind, features, units):
    parts = {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind]
    biases = 2 if kind == "GRU" else 1
    total = 0.0
    for size in units:
        total += parts * size * (features + size + biases)
        features = size
    return total
