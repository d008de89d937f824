# Pads a ragged tensor.
# passes: both

import keras
import tensorflow as tf


def train_reviews(model, reviews, labels, epochs):
    length = model.input_shape[1]
    rows = tf.ragged.constant(reviews, dtype="int32").to_tensor(shape=(None, length))
    optimizer = keras.optimizers.Adam(0.01)
    model.compile(optimizer, "binary_crossentropy", metrics=["accuracy"])
    return model.fit(rows.numpy(), labels, batch_size=32, epochs=epochs, verbose=0)
