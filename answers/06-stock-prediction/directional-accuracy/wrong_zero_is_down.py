# Takes a predicted change of 0 for a fall.
# passes: visible


def directional_accuracy(closes, predicted):
    actual = np.diff(closes)
    rises = predicted[1:] - closes[:-1] > 0
    return np.mean((rises == (actual > 0))[actual != 0])
