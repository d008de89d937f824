# Freezes the generator meanwhile, which is not needed but does no harm.
# passes: both


def discriminator_step(generator, discriminator, real, noise):
    generator.trainable = False
    rows = np.vstack([real, np.asarray(generator(noise))])
    discriminator.train_on_batch(rows, np.r_[np.ones(len(real)), np.zeros(len(real))][:, None])
    generator.trainable = True
    return [generator, discriminator]
