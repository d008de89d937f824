# Signs as TensorFlow tensors, in float32.
# passes: both

import tensorflow as tf


def directional_accuracy(closes, predicted):
    closes, predicted = tf.constant(closes, tf.float32), tf.constant(predicted, tf.float32)
    actual = tf.sign(closes[1:] - closes[:-1])
    expected = tf.sign(predicted[1:] - closes[:-1])
    hits = tf.cast(actual == expected, tf.float32)
    return tf.reduce_mean(tf.boolean_mask(hits, actual != 0))
