# Every layer is taken to see the input's features.
# passes: none


def count_recurrent(kind, features, units):
    parts = {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind]
    biases = 2 if kind == "GRU" else 1
    return sum(parts * size * (features + size + biases) for size in units)
