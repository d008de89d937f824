# Moves by one pixel whatever the stride.
# passes: none


def convolve(image, kernel, stride):
    patches = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    return (patches * kernel).sum(axis=(2, 3))
