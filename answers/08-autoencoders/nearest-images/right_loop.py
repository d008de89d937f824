# Calls the encoder like a function, and sorts pairs of distance and position.
# passes: both


def nearest_images(encoder, images, query, count):
    own = np.asarray(encoder(query[None]))[0]
    distances = []
    for position in range(len(images)):
        code = np.asarray(encoder(images[position : position + 1]))[0]
        distances.append((float(np.sum((code - own) ** 2)), position))
    return [position for _, position in sorted(distances)[:count]]
