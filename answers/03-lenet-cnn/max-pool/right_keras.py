# Keras's pooling layer, on a batch of one.
# passes: both


def max_pool(maps, size):
    return keras.layers.MaxPooling2D(size)(maps[None].astype("float32"))[0]
