# A loop over the classes.
# passes: both


def diversity(probabilities, threshold):
    classes = [int(np.argmax(row)) for row in probabilities if max(row) >= threshold]
    score = 0.0
    for kind in set(classes):
        share = classes.count(kind) / len(classes)
        score -= share * np.log(share)
    return float(score / np.log(len(probabilities[0])))
