# Makes ln(1 - D) small instead of -ln D.
# passes: none

import tensorflow as tf


def generator_step(generator, discriminator, noise):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.math.log(1 - discriminator(generator(noise))))
    variables = generator.trainable_variables
    generator.optimizer.apply(tape.gradient(loss, variables), variables)
    return generator, discriminator
