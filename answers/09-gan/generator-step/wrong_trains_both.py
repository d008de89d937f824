# Asks for the variables of both models.
# passes: none

import tensorflow as tf


def generator_step(generator, discriminator, noise):
    with tf.GradientTape() as tape:
        loss = keras.losses.BinaryCrossentropy()(tf.ones((len(noise), 1)), discriminator(generator(noise)))
    variables = generator.trainable_variables + discriminator.trainable_variables
    generator.optimizer.apply(tape.gradient(loss, variables), variables)
    return generator, discriminator
