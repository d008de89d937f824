# Nested lists of sums, turned into an array at the end.
# passes: both


def convolve(image, kernel, stride):
    k, m = kernel.shape
    tops = range(0, image.shape[0] - k + 1, stride)
    lefts = range(0, image.shape[1] - m + 1, stride)
    return np.array([[(image[t : t + k, s : s + m] * kernel).sum() for s in lefts] for t in tops])
