# Returns the images themselves.
# passes: none


def nearest_images(encoder, images, query, count):
    codes = encoder.predict(images, verbose=0)
    code = encoder.predict(query[None], verbose=0)
    return images[np.argsort(np.linalg.norm(codes - code, axis=1))[:count]]
