# k is always 10, as with digits.
# passes: none


def diversity(probabilities, threshold):
    kept = probabilities[probabilities.max(axis=1) >= threshold].argmax(axis=1)
    if len(kept) == 0:
        return 0.0
    share = np.unique(kept, return_counts=True)[1] / len(kept)
    return float(-(share * np.log(share)).sum() / np.log(10))
