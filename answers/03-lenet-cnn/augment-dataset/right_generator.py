# A generator in plain Python.
# passes: both

import tensorflow as tf


def augment_dataset(dataset, augmenter):
    def batches():
        for images, labels in dataset:
            yield augmenter(images, training=True), labels

    return tf.data.Dataset.from_generator(batches, output_signature=dataset.element_spec)
