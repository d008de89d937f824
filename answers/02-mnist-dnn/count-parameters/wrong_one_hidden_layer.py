# Thinks of networks with one hidden layer at most, as in the text.
# passes: visible


def count_parameters(layer_sizes):
    inputs, units = layer_sizes[:2]
    total = inputs * units + units
    if len(layer_sizes) > 2:
        classes = layer_sizes[2]
        total += units * classes + classes
    return total
