# A tf.data pipeline, shuffled and batched there; objects in compile.
# passes: both

import keras
import tensorflow as tf


def train_reviews(model, reviews, labels, epochs):
    length = model.input_shape[1]
    rows = [(review + [0] * length)[:length] for review in reviews]
    data = tf.data.Dataset.from_tensor_slices((rows, labels)).shuffle(len(rows)).batch(32)
    model.compile(keras.optimizers.Adam(1e-2), keras.losses.BinaryCrossentropy(), metrics=["accuracy"])
    return model.fit(data, epochs=epochs, verbose=0)
