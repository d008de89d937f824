# Returns how many days were right, not their share.
# passes: none


def directional_accuracy(closes, predicted):
    true_change = np.diff(closes)
    return int(np.sum(true_change * (predicted[1:] - closes[:-1]) > 0))
