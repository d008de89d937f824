# Keras' random numbers, a tensor at the end.
# passes: both


def blank_pixels(images, share, seed):
    dice = keras.random.uniform(images.shape, seed=seed)
    return keras.ops.where(dice < share, keras.ops.zeros_like(images), images)
