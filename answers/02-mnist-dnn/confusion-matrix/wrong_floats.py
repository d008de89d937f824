# Counts in an array of zeros as it comes, which holds floats.
# passes: none


def confusion_matrix(y_true, y_pred, num_classes):
    matrix = np.zeros((num_classes, num_classes))
    for i in range(len(y_true)):
        matrix[y_true[i], y_pred[i]] += 1
    return matrix
