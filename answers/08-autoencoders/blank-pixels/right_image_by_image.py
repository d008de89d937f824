# Image by image, each with numbers of its own.
# passes: both


def blank_pixels(images, share, seed):
    rng = np.random.default_rng(seed)
    return np.stack([np.where(rng.random(image.shape) < share, 0, image) for image in images]).astype(
        "float32"
    )
