# One update on the real rows and one on the generated.
# passes: none


def discriminator_step(generator, discriminator, real, noise):
    discriminator.train_on_batch(real, np.ones((len(real), 1)))
    discriminator.train_on_batch(np.asarray(generator(noise)), np.zeros((len(real), 1)))
    return generator, discriminator
