# Sets zeros in a copy.
# passes: both


def blank_pixels(images, share, seed):
    rng = np.random.default_rng(seed)
    result = images.copy()
    result[rng.uniform(size=images.shape) < share] = 0
    return result
