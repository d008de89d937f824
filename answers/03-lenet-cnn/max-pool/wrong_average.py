# Average pooling.
# passes: none


def max_pool(maps, size):
    height, width, channels = maps.shape
    rows, columns = height // size, width // size
    windows = maps[: rows * size, : columns * size].reshape(rows, size, columns, size, channels)
    return windows.mean(axis=(1, 3))
