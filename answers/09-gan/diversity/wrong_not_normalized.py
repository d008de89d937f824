# Does not divide by ln k.
# passes: none


def diversity(probabilities, threshold):
    kept = probabilities[probabilities.max(axis=1) >= threshold].argmax(axis=1)
    share = np.bincount(kept)[np.bincount(kept) > 0] / max(1, len(kept))
    return float(-(share * np.log(share)).sum())
