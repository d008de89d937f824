# Keras's own operations; the result is a tensor.
# passes: both

import keras


def attention_weights(queries, keys):
    scores = keras.ops.matmul(queries, keras.ops.transpose(keys, (0, 2, 1)))
    return keras.ops.softmax(scores / queries.shape[-1] ** 0.5, axis=-1)
