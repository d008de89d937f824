# Counts every image.
# passes: none


def diversity(probabilities, threshold):
    share = np.unique(probabilities.argmax(axis=1), return_counts=True)[1] / len(probabilities)
    return float(-(share * np.log(share)).sum() / np.log(probabilities.shape[1]))
