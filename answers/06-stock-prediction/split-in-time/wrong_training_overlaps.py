# Sets the last rows aside twice: the validation rows stay in the training set.
# passes: none


def split_in_time(inputs, targets, num_val, num_test):
    middle = len(targets) - num_test
    first = middle - num_val
    return (
        (inputs[:middle], targets[:middle]),
        (inputs[first:middle], targets[first:middle]),
        (inputs[middle:], targets[middle:]),
    )
