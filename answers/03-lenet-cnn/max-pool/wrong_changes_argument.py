# Writes the largest values into the maps that it was given.
# passes: none


def max_pool(maps, size):
    rows, columns = maps.shape[0] // size, maps.shape[1] // size
    for i in range(rows):
        for j in range(columns):
            window = maps[i * size : (i + 1) * size, j * size : (j + 1) * size]
            maps[i, j] = window.max(axis=(0, 1))
    return maps[:rows, :columns]
