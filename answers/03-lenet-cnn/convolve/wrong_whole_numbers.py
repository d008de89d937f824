# Collects the sums in an array of whole numbers, which cuts off what stands behind the point.
# passes: none


def convolve(image, kernel, stride):
    rows, columns = kernel.shape
    height = (image.shape[0] - rows) // stride + 1
    width = (image.shape[1] - columns) // stride + 1
    result = np.zeros((height, width), dtype=int)
    for i in range(height):
        for j in range(width):
            patch = image[i * stride : i * stride + rows, j * stride : j * stride + columns]
            result[i, j] = np.sum(patch * kernel)
    return result
