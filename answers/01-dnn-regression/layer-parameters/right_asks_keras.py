# Builds the network and lets Keras count.
# passes: both


def layer_parameters(num_features, units):
    model = keras.Sequential([keras.Input((num_features,)), *map(keras.layers.Dense, units)])
    return [layer.count_params() for layer in model.layers]
