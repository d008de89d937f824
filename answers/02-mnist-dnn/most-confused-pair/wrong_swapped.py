# Returns (predicted, true): takes the column for the true label.
# passes: none


def most_confused_pair(matrix):
    mistakes = matrix - np.diag(np.diag(matrix))
    row, column = np.unravel_index(mistakes.argmax(), mistakes.shape)
    return int(column), int(row)
