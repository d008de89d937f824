# The largest of size × size thinned-out copies.
# passes: both


def max_pool(maps, size):
    rows, columns = maps.shape[0] // size, maps.shape[1] // size
    kept = maps[: rows * size, : columns * size]
    copies = [kept[i::size, j::size] for i in range(size) for j in range(size)]
    return np.max(copies, axis=0)
