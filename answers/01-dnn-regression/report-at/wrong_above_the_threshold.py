# Asks for more than the threshold; a probability equal to it is missed.
# passes: none


def report_at(y_true, probabilities, threshold):
    y_pred = (probabilities[:, 0] > threshold).astype(int)
    return {
        "accuracy": metrics.accuracy_score(y_true, y_pred),
        "precision": metrics.precision_score(y_true, y_pred, zero_division=0.0),
        "recall": metrics.recall_score(y_true, y_pred, zero_division=0.0),
        "f1": metrics.f1_score(y_true, y_pred, zero_division=0.0),
    }
