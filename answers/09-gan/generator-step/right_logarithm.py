# GradientTape, the loss written as a logarithm.
# passes: both

import tensorflow as tf


def generator_step(generator, discriminator, noise):
    with tf.GradientTape() as tape:
        loss = -tf.reduce_mean(tf.math.log(discriminator(generator(noise))))
    gradients = tape.gradient(loss, generator.trainable_weights)
    generator.optimizer.apply(gradients, generator.trainable_weights)
    return [generator, discriminator]
