# The entropy of the mean probabilities.
# passes: none


def diversity(probabilities, threshold):
    kept = probabilities[probabilities.max(axis=1) >= threshold]
    if len(kept) == 0:
        return 0.0
    share = kept.mean(axis=0)
    return float(-(share * np.log(share)).sum() / np.log(len(share)))
