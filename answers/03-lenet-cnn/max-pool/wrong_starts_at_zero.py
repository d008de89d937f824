# Compares from 0 upwards, so that negative values are lost.
# passes: visible


def max_pool(maps, size):
    height, width, channels = maps.shape
    result = np.zeros((height // size, width // size, channels))
    for i in range(height // size * size):
        for j in range(width // size * size):
            result[i // size, j // size] = np.maximum(result[i // size, j // size], maps[i, j])
    return result
