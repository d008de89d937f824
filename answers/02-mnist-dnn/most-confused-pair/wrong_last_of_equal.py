# Compares with >=, so the last of equal counts wins.
# passes: none


def most_confused_pair(matrix):
    best, pair = 0, None
    for i in range(len(matrix)):
        for j in range(len(matrix)):
            if i != j and matrix[i, j] >= best:
                best = matrix[i, j]
                pair = (i, j)
    return pair
