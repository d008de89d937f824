# Pairs every layer with the one before it.
# passes: both


def layer_parameters(num_features, units):
    before = [num_features, *units[:-1]]
    return [(inputs + 1) * outputs for inputs, outputs in zip(before, units, strict=True)]
