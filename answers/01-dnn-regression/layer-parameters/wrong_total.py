# Returns the total instead of a list.
# passes: none


def layer_parameters(num_features, units):
    sizes = [num_features, *units]
    return sum((sizes[i] + 1) * sizes[i + 1] for i in range(len(units)))
