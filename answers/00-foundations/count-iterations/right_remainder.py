# Whole batches, and one more where something is left.
# passes: both


def count_iterations(num_samples, batch_size, epochs):
    batches, rest = divmod(num_samples, batch_size)
    if rest:
        batches += 1
    return batches * epochs
