# Calls the model and takes argmax by TensorFlow. It returns a tensor, an accepted type beside the array.
# passes: both

import tensorflow as tf


def predict_labels(model, images):
    probabilities = model(images, training=False)
    return tf.argmax(probabilities, axis=1)
