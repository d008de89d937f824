# Gives the matrix a second name and takes it for a copy: the caller's diagonal is gone.
# passes: none


def most_confused_pair(matrix):
    mistakes = matrix
    np.fill_diagonal(mistakes, 0)
    true, predicted = np.unravel_index(mistakes.argmax(), mistakes.shape)
    return int(true), int(predicted)
