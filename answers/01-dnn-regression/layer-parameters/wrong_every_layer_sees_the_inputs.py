# Gives every layer the features as its inputs.
# passes: none


def layer_parameters(num_features, units):
    return [num_features * number + number for number in units]
