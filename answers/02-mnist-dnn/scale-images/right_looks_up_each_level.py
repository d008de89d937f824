# A table of 256 values, one for each pixel value, indexed by the image.
# passes: both

LEVELS = np.linspace(-1, 1, 256, dtype="float32")


def scale_images(images):
    return LEVELS[images]
