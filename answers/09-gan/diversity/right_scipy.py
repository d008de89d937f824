# SciPy's entropy, in float32.
# passes: both

from scipy.stats import entropy


def diversity(probabilities, threshold):
    table = np.asarray(probabilities, dtype="float32")
    counts = np.zeros(table.shape[1])
    for row in np.asarray(probabilities):
        if row.max() >= threshold:
            counts[row.argmax()] += 1
    return float(entropy(counts) / np.log(len(counts))) if counts.sum() else 0.0
