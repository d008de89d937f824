# Takes the logarithm of 0 for a class that does not occur.
# passes: none


def diversity(probabilities, threshold):
    kept = probabilities[probabilities.max(axis=1) >= threshold].argmax(axis=1)
    share = np.bincount(kept, minlength=probabilities.shape[1]) / max(1, len(kept))
    with np.errstate(all="ignore"):
        return float(-(share * np.log(share)).sum() / np.log(probabilities.shape[1]))
