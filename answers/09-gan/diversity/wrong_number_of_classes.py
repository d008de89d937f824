# The share of the classes that occur.
# passes: none


def diversity(probabilities, threshold):
    kept = probabilities[probabilities.max(axis=1) >= threshold].argmax(axis=1)
    return len(set(kept.tolist())) / probabilities.shape[1]
