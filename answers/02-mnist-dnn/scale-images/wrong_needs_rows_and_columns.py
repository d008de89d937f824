# Walks over rows and columns, so an array of one dimension fails.
# passes: visible


def scale_images(images):
    scaled = np.zeros(images.shape, dtype="float32")
    for i in range(images.shape[0]):
        for j in range(images.shape[1]):
            scaled[i, j] = images[i, j].astype("float32") / 127.5 - 1
    return scaled
