# Both steps in one tf.function.
# passes: both

import tensorflow as tf


def train_gan(generator, discriminator, rows, steps, batch_size, seed):
    keras.utils.set_random_seed(seed)
    entropy = keras.losses.BinaryCrossentropy()
    for model in (generator, discriminator):
        model.optimizer.build(model.trainable_variables)
    ones, zeros = tf.ones((batch_size, 1)), tf.zeros((batch_size, 1))

    def noise():
        return tf.random.normal((batch_size, generator.input_shape[1]))

    @tf.function
    def both_steps(real):
        mixed = tf.concat([real, generator(noise())], axis=0)
        with tf.GradientTape() as tape:
            d_loss = entropy(tf.concat([ones, zeros], axis=0), discriminator(mixed))
        variables = discriminator.trainable_variables
        discriminator.optimizer.apply(tape.gradient(d_loss, variables), variables)
        with tf.GradientTape() as tape:
            g_loss = entropy(ones, discriminator(generator(noise())))
        variables = generator.trainable_variables
        generator.optimizer.apply(tape.gradient(g_loss, variables), variables)
        return d_loss, g_loss

    losses = []
    for _ in range(steps):
        chosen = np.random.choice(len(rows), batch_size, replace=False)
        losses.append([float(loss) for loss in both_steps(tf.constant(rows[chosen]))])
    return {"discriminator": [pair[0] for pair in losses], "generator": [pair[1] for pair in losses]}
