# One mask for all images.
# passes: none


def blank_pixels(images, share, seed):
    rng = np.random.default_rng(seed)
    return np.where(rng.random(images.shape[1:]) < share, np.float32(0), images)
