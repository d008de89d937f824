# Writes the threshold of the visible check into the code.
# passes: visible


def report_at(y_true, probabilities, threshold):
    y_pred = (probabilities[:, 0] >= 0.5).astype(int)
    return {
        "accuracy": metrics.accuracy_score(y_true, y_pred),
        "precision": metrics.precision_score(y_true, y_pred, zero_division=0.0),
        "recall": metrics.recall_score(y_true, y_pred, zero_division=0.0),
        "f1": metrics.f1_score(y_true, y_pred, zero_division=0.0),
    }
