# Returns the column (n, 1) as the network gave it.
# passes: none


def to_dollars(scaled, low, high):
    return low + (scaled + 1) / 2 * (high - low)
