# One product of two arrays; an integer array comes back.
# passes: both


def layer_parameters(num_features, units):
    units = np.array(units)
    inputs = np.concatenate([[num_features], units[:-1]])
    return inputs * units + units
