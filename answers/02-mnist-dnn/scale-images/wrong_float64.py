# Never chooses a floating-point type, so NumPy takes float64.
# passes: none


def scale_images(images):
    return images / 127.5 - 1
