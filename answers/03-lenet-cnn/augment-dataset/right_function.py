# A function of its own, several batches at once, prefetched.
# passes: both

import tensorflow as tf


def augment_dataset(dataset, augmenter):
    def vary(images, labels):
        return augmenter(images, training=True), labels

    return dataset.map(vary, num_parallel_calls=tf.data.AUTOTUNE).prefetch(tf.data.AUTOTUNE)
