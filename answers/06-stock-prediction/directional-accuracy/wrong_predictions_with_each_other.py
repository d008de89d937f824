# Measures predicted changes from one prediction to the next.
# passes: none


def directional_accuracy(closes, predicted):
    actual = np.sign(np.diff(closes))
    expected = np.sign(np.diff(predicted))
    return np.mean((actual == expected)[actual != 0])
