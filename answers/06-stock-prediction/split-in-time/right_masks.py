# Boolean masks over the positions.
# passes: both


def split_in_time(inputs, targets, num_val, num_test):
    left = len(targets) - np.arange(len(targets))
    test = left <= num_test
    training = left > num_test + num_val
    validation = ~test & ~training
    return tuple((inputs[part], targets[part]) for part in (training, validation, test))
