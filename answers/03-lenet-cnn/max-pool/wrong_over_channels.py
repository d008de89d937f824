# Takes the largest value over the channels too.
# passes: none


def max_pool(maps, size):
    height, width, _ = maps.shape
    result = np.zeros((height // size, width // size, 1))
    for i in range(height // size):
        for j in range(width // size):
            result[i, j, 0] = maps[i * size : (i + 1) * size, j * size : (j + 1) * size].max()
    return result
