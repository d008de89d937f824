# math.ceil, which returns an int.
# passes: both


import math


def count_iterations(num_samples, batch_size, epochs):
    return math.ceil(num_samples / batch_size) * epochs
