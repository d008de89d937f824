# Shifted slices of the series, stacked as TensorFlow tensors.
# passes: both

import tensorflow as tf


def make_windows(series, window, horizon):
    count = len(series) - window - horizon + 1
    columns = [series[step : step + count] for step in range(window)]
    return tf.stack(columns, axis=1)[..., tf.newaxis], tf.constant(series[-count:])
