# Whole batches only.
# passes: none


def count_iterations(num_samples, batch_size, epochs):
    return num_samples // batch_size * epochs
