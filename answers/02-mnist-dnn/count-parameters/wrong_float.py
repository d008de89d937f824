# Adds up in an array of zeros, which holds floats: 8.0 is not the whole number 8.
# passes: none


def count_parameters(layer_sizes):
    per_layer = np.zeros(len(layer_sizes) - 1)
    for i in range(len(per_layer)):
        per_layer[i] = (layer_sizes[i] + 1) * layer_sizes[i + 1]
    return per_layer.sum()
