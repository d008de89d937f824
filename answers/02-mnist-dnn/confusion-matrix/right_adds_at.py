# np.add.at, which counts repeated pairs again and again, unlike matrix[...] += 1.
# passes: both


def confusion_matrix(y_true, y_pred, num_classes):
    matrix = np.zeros((num_classes, num_classes), dtype="int64")
    np.add.at(matrix, (y_true, y_pred), 1)
    return matrix
