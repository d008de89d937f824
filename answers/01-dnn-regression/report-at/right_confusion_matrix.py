# Reads the four counts off a confusion matrix of fixed size.
# passes: both


def report_at(y_true, probabilities, threshold):
    y_pred = np.where(probabilities.squeeze(axis=1) >= threshold, 1, 0)
    (tn, fp), (fn, tp) = metrics.confusion_matrix(y_true, y_pred, labels=[0, 1]).tolist()
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn)
    total = precision + recall
    f1 = 2 * precision * recall / total if total else 0.0
    return {"accuracy": (tp + tn) / len(y_true), "precision": precision, "recall": recall, "f1": f1}
