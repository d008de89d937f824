# Lets Keras build the layers and count.
# passes: both

import keras


def count_recurrent(kind, features, units):
    total = 0
    for size in units:
        layer = getattr(keras.layers, kind)(size)
        layer.build((None, 5, features))
        total += layer.count_params()
        features = size
    return total
