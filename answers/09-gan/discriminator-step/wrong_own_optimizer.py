# An optimizer of its own in place of the compiled one.
# passes: visible

import tensorflow as tf


def discriminator_step(generator, discriminator, real, noise):
    rows = tf.concat([real, generator(noise)], axis=0)
    labels = np.repeat([[1.0], [0.0]], len(real), axis=0)
    with tf.GradientTape() as tape:
        loss = keras.losses.BinaryCrossentropy()(labels, discriminator(rows))
    variables = discriminator.trainable_variables
    keras.optimizers.SGD(0.5).apply(tape.gradient(loss, variables), variables)
    return generator, discriminator
