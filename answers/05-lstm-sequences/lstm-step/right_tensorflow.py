# TensorFlow's own sigmoid and tanh; returns a list of tensors.
# passes: both

import tensorflow as tf


def lstm_step(x_t, h, c, kernel, recurrent_kernel, bias):
    z = tf.matmul(x_t, kernel) + tf.matmul(h, recurrent_kernel) + bias
    i, f, g, o = tf.split(z, 4, axis=-1)
    c = tf.sigmoid(f) * c + tf.sigmoid(i) * tf.tanh(g)
    return [tf.sigmoid(o) * tf.tanh(c), c]
