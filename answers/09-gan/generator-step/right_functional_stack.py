# The same stack by the Functional API and fit.
# passes: both


def generator_step(generator, discriminator, noise):
    discriminator.trainable = False
    entry = keras.Input(shape=generator.input_shape[1:])
    whole = keras.Model(entry, discriminator(generator(entry)))
    whole.compile(generator.optimizer, "binary_crossentropy")
    whole.fit(noise, np.ones((len(noise), 1)), batch_size=len(noise), verbose=0)
    discriminator.trainable = True
    return generator, discriminator
