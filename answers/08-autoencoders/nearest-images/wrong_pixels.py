# Distances between pixels, not codes.
# passes: none


def nearest_images(encoder, images, query, count):
    return np.argsort(np.linalg.norm(images - query, axis=1))[:count]
