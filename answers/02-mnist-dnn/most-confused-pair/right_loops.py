# Two loops in reading order; only a larger count replaces the best one so far.
# passes: both


def most_confused_pair(matrix):
    best, pair = -1, None
    for true in range(len(matrix)):
        for predicted in range(len(matrix)):
            if true != predicted and matrix[true, predicted] > best:
                best, pair = matrix[true, predicted], (true, predicted)
    return pair
