# Adds a batch even where the samples divide evenly.
# passes: none


def count_iterations(num_samples, batch_size, epochs):
    return (num_samples // batch_size + 1) * epochs
