# The line through (-1, low) and (1, high).
# passes: both


def to_dollars(scaled, low, high):
    slope = (high - low) / 2
    return slope * scaled.flatten() + (low + slope)
