# Gives the inputs biases too.
# passes: none


def count_parameters(layer_sizes):
    weights = sum(layer_sizes[i - 1] * layer_sizes[i] for i in range(1, len(layer_sizes)))
    return weights + sum(layer_sizes)
