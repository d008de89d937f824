# The first layer, then the rest with the first layer as its input; a tuple comes back.
# passes: both


def layer_parameters(num_features, units):
    if not units:
        return ()
    first, *rest = units
    return (num_features * first + first, *layer_parameters(first, rest))
