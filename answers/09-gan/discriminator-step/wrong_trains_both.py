# Updates the generator along with the discriminator.
# passes: none

import tensorflow as tf


def discriminator_step(generator, discriminator, real, noise):
    labels = np.repeat([[1.0], [0.0]], len(real), axis=0)
    with tf.GradientTape(persistent=True) as tape:
        rows = tf.concat([real, generator(noise)], axis=0)
        loss = keras.losses.BinaryCrossentropy()(labels, discriminator(rows))
    for model in (generator, discriminator):
        variables = model.trainable_variables
        model.optimizer.apply(tape.gradient(loss, variables), variables)
    return generator, discriminator
