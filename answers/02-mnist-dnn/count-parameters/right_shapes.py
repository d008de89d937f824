# Writes down the shape of every kernel and bias, and adds up their sizes.
# passes: both

import math
from itertools import pairwise


def count_parameters(layer_sizes):
    shapes = []
    for inputs, units in pairwise(layer_sizes):
        shapes.append((inputs, units))
        shapes.append((units,))
    return sum(map(math.prod, shapes))
