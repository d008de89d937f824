# Half precision while it calculates: a thousandth off at most, which the task's types allow.
# passes: both


def scale_images(images):
    half = images.astype("float16") / np.float16(127.5) - np.float16(1)
    return half.astype("float32")
