# The product of two one-hot matrices.
# passes: both


def confusion_matrix(y_true, y_pred, num_classes):
    identity = np.eye(num_classes, dtype=int)
    return identity[y_true].T @ identity[y_pred]
