# Multiplies the diagonal away; row and column of the flat argmax by whole-number division.
# passes: both


def most_confused_pair(matrix):
    n = matrix.shape[0]
    mistakes = matrix * (1 - np.eye(n))
    return divmod(int(mistakes.argmax()), n)
