# Rounds the probabilities, so that the threshold is always one half.
# passes: none


def report_at(y_true, probabilities, threshold):
    y_pred = np.round(probabilities[:, 0]).astype(int)
    return {
        "accuracy": metrics.accuracy_score(y_true, y_pred),
        "precision": metrics.precision_score(y_true, y_pred, zero_division=0.0),
        "recall": metrics.recall_score(y_true, y_pred, zero_division=0.0),
        "f1": metrics.f1_score(y_true, y_pred, zero_division=0.0),
    }
