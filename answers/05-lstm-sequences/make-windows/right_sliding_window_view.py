# NumPy's sliding_window_view, whose window axis comes last and has to be moved; returns a list of two tensors.
# passes: both

import numpy as np
import tensorflow as tf


def make_windows(series, length, ahead):
    usable = series[: len(series) - ahead]
    views = np.lib.stride_tricks.sliding_window_view(usable, length, axis=0)
    x = views.transpose(0, 2, 1)
    y = series[-len(x) :, 0]
    return [tf.constant(x, tf.float32), tf.constant(y, tf.float32)]
