# Two changes go the same way if their product is positive.
# passes: both


def directional_accuracy(closes, predicted):
    true_change = np.diff(closes)
    same_way = true_change * (predicted[1:] - closes[:-1]) > 0
    return float(same_way.sum() / np.count_nonzero(true_change))
