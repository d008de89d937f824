# Takes the smallest and largest value that occur for the range of pixels.
# passes: none


def scale_images(images):
    images = images.astype("float32")
    low, high = images.min(), images.max()
    return 2 * (images - low) / (high - low) - 1
