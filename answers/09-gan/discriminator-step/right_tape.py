# GradientTape and the discriminator's own optimizer.
# passes: both

import tensorflow as tf


def discriminator_step(generator, discriminator, real, noise):
    mixed = tf.concat([generator(noise), real], axis=0)
    labels = tf.concat([tf.zeros((len(noise), 1)), tf.ones((len(real), 1))], axis=0)
    with tf.GradientTape() as tape:
        loss = keras.losses.BinaryCrossentropy()(labels, discriminator(mixed))
    variables = discriminator.trainable_variables
    discriminator.optimizer.apply(tape.gradient(loss, variables), variables)
    return generator, discriminator
