# Lets a batch run on into the next epoch.
# passes: visible


def count_iterations(num_samples, batch_size, epochs):
    return -(-num_samples * epochs // batch_size)
