# Goes through the batches and counts them.
# passes: both


def count_iterations(num_samples, batch_size, epochs):
    updates = 0
    for _ in range(epochs):
        for _ in range(0, num_samples, batch_size):
            updates += 1
    return updates
