# Calculates in uint8 and converts last: 2 * 200 has wrapped around to 144 by then.
# passes: none


def scale_images(images):
    return (2 * images / 255 - 1).astype("float32")
