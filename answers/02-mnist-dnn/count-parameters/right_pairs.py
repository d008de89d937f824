# Each size with the next one by zip; the weights and biases of one layer are (inputs + 1) * units.
# passes: both


def count_parameters(layer_sizes):
    return sum((inputs + 1) * units for inputs, units in zip(layer_sizes[:-1], layer_sizes[1:], strict=True))
