# One layer, plus the rest of the stack.
# passes: both


def count_recurrent(kind, features, units):
    if not units:
        return 0
    first, *rest = units
    one_part = features * first + first * first + first
    if kind == "SimpleRNN":
        layer = one_part
    elif kind == "LSTM":
        layer = 4 * one_part
    else:
        layer = 3 * (one_part + first)
    return layer + count_recurrent(kind, first, rest)
