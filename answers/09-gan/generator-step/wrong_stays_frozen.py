# Leaves the discriminator frozen.
# passes: none


def generator_step(generator, discriminator, noise):
    discriminator.trainable = False
    stack = keras.Sequential([generator, discriminator])
    stack.compile(optimizer=generator.optimizer, loss="binary_crossentropy")
    stack.train_on_batch(noise, np.ones((len(noise), 1)))
    return generator, discriminator
