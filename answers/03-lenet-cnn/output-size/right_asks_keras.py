# Lets a Keras layer say what comes out; Keras itself raises ValueError for an unknown padding.
# passes: both


def output_size(size, kernel_size, stride, padding):
    if padding not in ("valid", "same"):
        raise ValueError(padding)
    layer = keras.layers.Conv1D(1, kernel_size, strides=stride, padding=padding)
    return layer.compute_output_shape((None, size, 1))[1]
