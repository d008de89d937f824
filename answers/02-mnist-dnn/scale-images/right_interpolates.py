# np.interp between the two ends of the range; it calculates in float64, so the result is converted.
# passes: both


def scale_images(images):
    scaled = np.interp(images, [0, 255], [-1, 1])
    return scaled.astype("float32")
