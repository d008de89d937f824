# Adds 1 with index arrays, which counts a repeated pair once only.
# passes: none


def confusion_matrix(y_true, y_pred, num_classes):
    matrix = np.zeros((num_classes, num_classes), dtype=int)
    matrix[y_true, y_pred] += 1
    return matrix
