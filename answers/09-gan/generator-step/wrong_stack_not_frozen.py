# A stack in which the discriminator learns as well.
# passes: none


def generator_step(generator, discriminator, noise):
    stack = keras.Sequential([generator, discriminator])
    stack.compile(optimizer=generator.optimizer, loss="binary_crossentropy")
    stack.train_on_batch(noise, np.ones((len(noise), 1)))
    return generator, discriminator
