# Counts days without a change among all days.
# passes: none


def directional_accuracy(closes, predicted):
    actual = np.sign(np.diff(closes))
    expected = np.sign(predicted[1:] - closes[:-1])
    return np.mean(actual == expected)
