# Compares value by value, from minus infinity upwards.
# passes: both


def max_pool(maps, size):
    height, width, channels = maps.shape
    result = np.full((height // size, width // size, channels), -np.inf)
    for i in range(height // size * size):
        for j in range(width // size * size):
            result[i // size, j // size] = np.maximum(result[i // size, j // size], maps[i, j])
    return result
