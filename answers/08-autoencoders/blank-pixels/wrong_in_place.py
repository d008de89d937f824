# Blanks the caller's images.
# passes: none


def blank_pixels(images, share, seed):
    rng = np.random.default_rng(seed)
    images[rng.random(images.shape) < share] = 0
    return images
