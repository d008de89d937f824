# Takes images and labels apart, and puts them together again.
# passes: both

import tensorflow as tf


def augment_dataset(dataset, augmenter):
    images = dataset.map(lambda x, y: x).map(lambda x: augmenter(x, training=True))
    return tf.data.Dataset.zip((images, dataset.map(lambda x, y: y)))
