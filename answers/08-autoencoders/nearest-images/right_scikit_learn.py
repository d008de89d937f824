# scikit-learn's search, on the codes.
# passes: both


def nearest_images(encoder, images, query, count):
    search = NearestNeighbors(n_neighbors=count).fit(encoder.predict(images, verbose=0))
    code = encoder.predict(query.reshape(1, -1), verbose=0)
    return search.kneighbors(code, return_distance=False)[0]
