# Gradient descent by hand with a rate of 0.5, instead of the generator's optimizer.
# passes: visible

import tensorflow as tf


def generator_step(generator, discriminator, noise):
    with tf.GradientTape() as tape:
        loss = keras.losses.BinaryCrossentropy()(tf.ones((len(noise), 1)), discriminator(generator(noise)))
    variables = generator.trainable_variables
    for variable, gradient in zip(variables, tape.gradient(loss, variables), strict=True):
        variable.assign(variable - 0.5 * gradient)
    return generator, discriminator
