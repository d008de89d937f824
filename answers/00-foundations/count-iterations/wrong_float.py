# np.ceil alone, which gives a float.
# passes: none


def count_iterations(num_samples, batch_size, epochs):
    return np.ceil(num_samples / batch_size) * epochs
