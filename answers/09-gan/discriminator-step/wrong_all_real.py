# Every row gets the label 1.
# passes: none


def discriminator_step(generator, discriminator, real, noise):
    rows = np.concatenate([real, np.asarray(generator(noise))])
    discriminator.train_on_batch(rows, np.ones((2 * len(real), 1)))
    return generator, discriminator
