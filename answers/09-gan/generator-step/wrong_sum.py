# The sum over the rows instead of the mean.
# passes: none

import tensorflow as tf


def generator_step(generator, discriminator, noise):
    with tf.GradientTape() as tape:
        loss = keras.losses.BinaryCrossentropy(reduction="sum")(
            tf.ones((len(noise), 1)), discriminator(generator(noise))
        )
    variables = generator.trainable_variables
    generator.optimizer.apply(tape.gradient(loss, variables), variables)
    return generator, discriminator
