# The first layer, and the same again for the rest of the list.
# passes: both


def count_parameters(layer_sizes):
    if len(layer_sizes) < 2:
        return 0
    inputs, units, *_ = layer_sizes
    return inputs * units + units + count_parameters(layer_sizes[1:])
