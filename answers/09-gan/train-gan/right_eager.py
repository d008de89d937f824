# GradientTape without a graph.
# passes: both

import tensorflow as tf


def train_gan(generator, discriminator, rows, steps, batch_size, seed):
    keras.utils.set_random_seed(seed)
    chance = np.random.default_rng(seed)
    record = {"discriminator": [], "generator": []}
    labels = {
        "discriminator": np.repeat([[0.0], [1.0]], batch_size, axis=0),
        "generator": np.ones((batch_size, 1)),
    }
    for _ in range(steps):
        for name, model in (("discriminator", discriminator), ("generator", generator)):
            with tf.GradientTape() as tape:
                shown = generator(
                    chance.normal(size=(batch_size, generator.input_shape[1])).astype("float32")
                )
                if name == "discriminator":
                    shown = tf.concat([shown, rows[chance.integers(len(rows), size=batch_size)]], axis=0)
                loss = tf.reduce_mean(keras.losses.binary_crossentropy(labels[name], discriminator(shown)))
            model.optimizer.apply(tape.gradient(loss, model.trainable_variables), model.trainable_variables)
            record[name].append(float(loss))
    return record
