# Counts the weights only.
# passes: none


def layer_parameters(num_features, units):
    sizes = [num_features, *units]
    return [sizes[i] * sizes[i + 1] for i in range(len(units))]
