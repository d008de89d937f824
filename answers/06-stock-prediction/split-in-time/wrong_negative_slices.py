# Counts from the end with negative slices, which take nothing or everything where a part has 0 rows.
# passes: visible


def split_in_time(inputs, targets, num_val, num_test):
    last = num_val + num_test
    return (
        (inputs[:-last], targets[:-last]),
        (inputs[-last:-num_test], targets[-last:-num_test]),
        (inputs[-num_test:], targets[-num_test:]),
    )
