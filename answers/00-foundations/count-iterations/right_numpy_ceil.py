# NumPy rounds up, int makes a whole number of it.
# passes: both


def count_iterations(num_samples, batch_size, epochs):
    return epochs * int(np.ceil(num_samples / batch_size))
