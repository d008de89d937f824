# Works for images of height and width only.
# passes: visible


def blank_pixels(images, share, seed):
    count, height, width = images.shape
    rng = np.random.default_rng(seed)
    return np.where(rng.random((count, height, width)) < share, np.float32(0), images)
