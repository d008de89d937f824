# Divides by the number of all images.
# passes: none


def diversity(probabilities, threshold):
    kept = probabilities[probabilities.max(axis=1) >= threshold].argmax(axis=1)
    counts = np.bincount(kept, minlength=probabilities.shape[1])
    share = counts[counts > 0] / len(probabilities)
    return float(-(share * np.log(share)).sum() / np.log(probabilities.shape[1]))
