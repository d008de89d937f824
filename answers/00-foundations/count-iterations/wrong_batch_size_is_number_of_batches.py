# Takes the batch size for the number of batches.
# passes: none


def count_iterations(num_samples, batch_size, epochs):
    return batch_size * epochs
