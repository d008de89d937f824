# Counts the places one by one.
# passes: both


def output_size(size, kernel_size, stride, padding):
    ends = {"valid": size - kernel_size + 1, "same": size}
    if padding not in ends:
        raise ValueError(padding)
    return len(range(0, ends[padding], stride))
