# Forgets the epochs.
# passes: none


def count_iterations(num_samples, batch_size, epochs):
    return -(-num_samples // batch_size)
