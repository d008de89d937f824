# Two tf.data pipelines, batched and shuffled there.
# passes: both

import tensorflow as tf


def train(model, x, y, epochs):
    rows = tf.data.Dataset.from_tensor_slices((x, y))
    cut = round(0.8 * len(y))
    training = rows.take(cut).shuffle(cut).batch(32)
    validation = rows.skip(cut).batch(32)
    return model.fit(training, validation_data=validation, epochs=epochs, verbose=0)
