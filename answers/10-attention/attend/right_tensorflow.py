# TensorFlow's softmax and einsum; the result is a tensor.
# passes: both

import tensorflow as tf


def attend(queries, keys, values):
    scores = tf.einsum("bqhd,bkhd->bhqk", queries, keys) * queries.shape[-1] ** -0.5
    return tf.einsum("bhqk,bkhd->bqhd", tf.nn.softmax(scores), values)
