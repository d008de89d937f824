# Decides once for each image, not for each value.
# passes: none


def blank_pixels(images, share, seed):
    rng = np.random.default_rng(seed)
    kept = rng.random(len(images)) >= share
    return (images * kept.reshape(-1, *[1] * (images.ndim - 1))).astype("float32")
