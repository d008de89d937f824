# One epoch of fit with a single batch.
# passes: both


def discriminator_step(generator, discriminator, real, noise):
    mixed = np.vstack([real, generator.predict(noise, verbose=0)])
    labels = np.array([1] * len(real) + [0] * len(real))
    discriminator.fit(mixed, labels, batch_size=len(mixed), epochs=1, verbose=0)
    return generator, discriminator
