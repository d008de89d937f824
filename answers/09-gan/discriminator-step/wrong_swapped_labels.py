# Real 0, generated 1.
# passes: none


def discriminator_step(generator, discriminator, real, noise):
    rows = np.concatenate([real, np.asarray(generator(noise))])
    discriminator.train_on_batch(rows, np.repeat([[0.0], [1.0]], len(real), axis=0))
    return generator, discriminator
