# Takes image and kernel to be square.
# passes: visible


def convolve(image, kernel, stride):
    size = len(kernel)
    places = (len(image) - size) // stride + 1
    result = np.zeros((places, places))
    for i in range(places):
        for j in range(places):
            patch = image[i * stride : i * stride + size, j * stride : j * stride + size]
            result[i, j] = np.sum(patch * kernel)
    return result
