# Stays in TensorFlow and squeezes the last axis only.
# passes: both

import tensorflow as tf


def predict_raw(model, x, x_range, y_range):
    x_low, x_high = x_range
    y_low, y_high = y_range
    scaled = (tf.cast(x, tf.float32) - x_low) / (x_high - x_low)
    return y_low + (y_high - y_low) * tf.squeeze(model(scaled), axis=-1)
