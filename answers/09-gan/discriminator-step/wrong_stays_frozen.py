# Leaves the generator frozen.
# passes: none


def discriminator_step(generator, discriminator, real, noise):
    generator.trainable = False
    rows = np.concatenate([real, np.asarray(generator(noise))])
    discriminator.train_on_batch(rows, np.repeat([[1.0], [0.0]], len(real), axis=0))
    return generator, discriminator
