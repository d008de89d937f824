# Returns a percentage.
# passes: none


def directional_accuracy(closes, predicted):
    actual = np.sign(np.diff(closes))
    expected = np.sign(predicted[1:] - closes[:-1])
    return 100 * np.mean((actual == expected)[actual != 0])
