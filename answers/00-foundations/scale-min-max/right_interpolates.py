# A straight line through two points for each column, by tensors.
# passes: both


def scale_min_max(x_train, x_new):
    low = tf.reduce_min(x_train, axis=0)
    slope = 1 / (tf.reduce_max(x_train, axis=0) - low)
    return slope * (x_train - low), slope * (x_new - low)
