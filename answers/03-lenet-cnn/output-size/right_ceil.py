# Rounds up in both cases.
# passes: both

import math


def output_size(size, kernel_size, stride, padding):
    if padding == "same":
        return math.ceil(size / stride)
    if padding == "valid":
        return math.ceil((size - kernel_size + 1) / stride)
    raise ValueError("padding has to be valid or same")
