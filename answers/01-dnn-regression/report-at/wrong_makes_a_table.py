# Compares the column with the vector, which makes a table.
# passes: none


def report_at(y_true, probabilities, threshold):
    y_pred = probabilities >= threshold
    accuracy = np.mean(y_pred == y_true)
    hits = np.sum(y_pred & (y_true == 1))
    precision, recall = hits / np.sum(y_pred), hits / np.sum(y_true)
    f1 = 2 * precision * recall / (precision + recall)
    return {"accuracy": accuracy, "precision": precision, "recall": recall, "f1": f1}
