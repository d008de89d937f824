# The stack of both models, with the discriminator frozen.
# passes: both


def generator_step(generator, discriminator, noise):
    discriminator.trainable = False
    stack = keras.Sequential([generator, discriminator])
    stack.compile(optimizer=generator.optimizer, loss="binary_crossentropy")
    stack.train_on_batch(noise, np.ones((len(noise), 1)))
    discriminator.trainable = True
    return generator, discriminator
