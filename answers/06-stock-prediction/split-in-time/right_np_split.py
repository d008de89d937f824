# np.split at two places.
# passes: both


def split_in_time(inputs, targets, num_val, num_test):
    places = [len(inputs) - num_val - num_test, len(inputs) - num_test]
    return list(zip(np.split(inputs, places), np.split(targets, places), strict=True))
