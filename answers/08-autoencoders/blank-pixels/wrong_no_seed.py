# Draws without the seed.
# passes: none


def blank_pixels(images, share, seed):
    return np.where(np.random.random(images.shape) < share, np.float32(0), images)
