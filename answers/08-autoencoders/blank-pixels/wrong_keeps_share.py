# Keeps the share that should be blanked.
# passes: none


def blank_pixels(images, share, seed):
    rng = np.random.default_rng(seed)
    return np.where(rng.random(images.shape) < share, images, np.float32(0))
