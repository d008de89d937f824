# One formula on the whole array: subtract the middle of the range, divide by half of it.
# passes: both


def scale_images(images):
    images = np.asarray(images, dtype=np.float32)
    return (images - 127.5) / 127.5
