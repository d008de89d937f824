# Numbers the cells of the table row by row and counts the numbers.
# passes: both


def confusion_matrix(y_true, y_pred, num_classes):
    cells = num_classes * y_true + y_pred
    counts = np.bincount(cells, minlength=num_classes**2)
    return counts.reshape(num_classes, num_classes)
