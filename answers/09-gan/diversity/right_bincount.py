# Counts with zeros, which are masked.
# passes: both


def diversity(probabilities, threshold):
    count = probabilities.shape[1]
    sure = probabilities.max(axis=1) >= threshold
    if not sure.any():
        return 0.0
    share = np.bincount(probabilities[sure].argmax(axis=1), minlength=count) / sure.sum()
    return float(-(share[share > 0] * np.log(share[share > 0])).sum() / np.log(count))
