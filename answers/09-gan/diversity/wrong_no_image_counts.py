# Divides by zero when no image counts.
# passes: visible


def diversity(probabilities, threshold):
    kept = [int(row.argmax()) for row in probabilities if row.max() >= threshold]
    share = [kept.count(kind) / len(kept) for kind in range(probabilities.shape[1])]
    total = sum(part for part in share)
    score = -sum(part * np.log(part) for part in share if part) / np.log(len(share))
    return float(score / total + 0)
