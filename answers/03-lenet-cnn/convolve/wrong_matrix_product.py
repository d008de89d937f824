# Multiplies patch and kernel as matrices.
# passes: none


def convolve(image, kernel, stride):
    rows, columns = kernel.shape
    height = (image.shape[0] - rows) // stride + 1
    width = (image.shape[1] - columns) // stride + 1
    result = np.zeros((height, width))
    for i in range(height):
        for j in range(width):
            patch = image[i * stride : i * stride + rows, j * stride : j * stride + columns]
            result[i, j] = np.sum(patch @ kernel)
    return result
