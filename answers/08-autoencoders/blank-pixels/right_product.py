# Multiplies by a mask of zeros and ones.
# passes: both


def blank_pixels(images, share, seed):
    mask = np.random.RandomState(seed).binomial(1, 1 - share, size=images.shape)
    return (images * mask).astype("float32")
