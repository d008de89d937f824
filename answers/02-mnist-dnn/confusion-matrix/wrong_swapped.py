# Puts predictions in rows and true labels in columns.
# passes: none


def confusion_matrix(y_true, y_pred, num_classes):
    matrix = np.zeros((num_classes, num_classes), dtype=int)
    for i in range(len(y_true)):
        matrix[y_pred[i], y_true[i]] += 1
    return matrix
