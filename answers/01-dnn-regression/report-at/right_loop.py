# Counts the four cases in a loop.
# passes: both


def report_at(y_true, probabilities, threshold):
    tp = fp = fn = tn = 0
    for truth, row in zip(y_true, probabilities, strict=True):
        says_yes = row[0] >= threshold
        if says_yes and truth == 1:
            tp += 1
        elif says_yes:
            fp += 1
        elif truth == 1:
            fn += 1
        else:
            tn += 1
    if tp == 0:
        precision = recall = f1 = 0.0
    else:
        precision, recall = tp / (tp + fp), tp / (tp + fn)
        f1 = 2 * precision * recall / (precision + recall)
    return {"accuracy": (tp + tn) / (tp + fp + fn + tn), "precision": precision, "recall": recall, "f1": f1}
