# Does not provide for a threshold at which nothing is found.
# passes: visible


def report_at(y_true, probabilities, threshold):
    y_pred = (probabilities[:, 0] >= threshold).astype(int).tolist()
    pairs = list(zip(y_true.tolist(), y_pred, strict=True))
    tp = pairs.count((1, 1))
    precision = tp / (tp + pairs.count((0, 1)))
    recall = tp / (tp + pairs.count((1, 0)))
    f1 = 2 * precision * recall / (precision + recall)
    accuracy = (tp + pairs.count((0, 0))) / len(pairs)
    return {"accuracy": accuracy, "precision": precision, "recall": recall, "f1": f1}
