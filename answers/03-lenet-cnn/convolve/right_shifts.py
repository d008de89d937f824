# One shifted image for each number of the kernel, added up.
# passes: both


def convolve(image, kernel, stride):
    rows, columns = kernel.shape
    down, right = image.shape[0] - rows + 1, image.shape[1] - columns + 1
    total = np.zeros((down, right))
    for i in range(rows):
        for j in range(columns):
            total += kernel[i, j] * image[i : i + down, j : j + right]
    return total[::stride, ::stride]
