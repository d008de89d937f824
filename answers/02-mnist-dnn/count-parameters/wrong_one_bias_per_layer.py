# Takes one bias for a whole layer, not one for each unit.
# passes: none


def count_parameters(layer_sizes):
    total = 0
    for i in range(1, len(layer_sizes)):
        total += layer_sizes[i - 1] * layer_sizes[i] + 1
    return total
