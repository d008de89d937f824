# Weights as a dot product, biases as a sum. It returns np.int64, an accepted type beside int.
# passes: both


def count_parameters(layer_sizes):
    sizes = np.array(layer_sizes)
    weights = np.dot(sizes[:-1], sizes[1:])
    biases = sizes[1:].sum()
    return weights + biases
