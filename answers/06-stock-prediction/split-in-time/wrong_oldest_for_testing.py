# Takes the oldest examples for testing.
# passes: none


def split_in_time(inputs, targets, num_val, num_test):
    last = num_val + num_test
    return (
        (inputs[last:], targets[last:]),
        (inputs[num_test:last], targets[num_test:last]),
        (inputs[:num_test], targets[:num_test]),
    )
