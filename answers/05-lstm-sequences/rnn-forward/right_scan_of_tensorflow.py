# TensorFlow's scan carries the state along.
# passes: both

import tensorflow as tf


def rnn_forward(x, kernel, recurrent_kernel, bias):
    def step(h, x_t):
        return tf.tanh(x_t @ kernel + h @ recurrent_kernel + bias)

    start = tf.zeros((x.shape[0], bias.shape[0]))
    return tf.transpose(tf.scan(step, tf.transpose(x, [1, 0, 2]), start), [1, 0, 2])
