# scikit-learn counts, told what to do where nothing is found.
# passes: both


def report_at(y_true, probabilities, threshold):
    y_pred = (np.ravel(probabilities) >= threshold).astype(int)
    return {
        "accuracy": metrics.accuracy_score(y_true, y_pred),
        "precision": metrics.precision_score(y_true, y_pred, zero_division=0.0),
        "recall": metrics.recall_score(y_true, y_pred, zero_division=0.0),
        "f1": metrics.f1_score(y_true, y_pred, zero_division=0.0),
    }
