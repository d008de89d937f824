# Forgets minlength, so bincount stops at the last pair that occurs and the table can't be filled.
# passes: visible


def confusion_matrix(y_true, y_pred, num_classes):
    counts = np.bincount(num_classes * y_true + y_pred)
    return counts.reshape(num_classes, num_classes)
