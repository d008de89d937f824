# Returns six arrays instead of three pairs.
# passes: none


def split_in_time(inputs, targets, num_val, num_test):
    middle = len(targets) - num_test
    first = middle - num_val
    return (
        inputs[:first],
        targets[:first],
        inputs[first:middle],
        targets[first:middle],
        inputs[middle:],
        targets[middle:],
    )
