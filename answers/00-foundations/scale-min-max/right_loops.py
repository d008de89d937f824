# Column by column, in loops.
# passes: both


def scale_min_max(x_train, x_new):
    scaled = np.zeros(x_train.shape), np.zeros(x_new.shape)
    for j in range(x_train.shape[1]):
        smallest, largest = min(x_train[:, j]), max(x_train[:, j])
        for source, target in zip((x_train, x_new), scaled, strict=True):
            for i in range(len(source)):
                target[i, j] = (source[i, j] - smallest) / (largest - smallest)
    return scaled
