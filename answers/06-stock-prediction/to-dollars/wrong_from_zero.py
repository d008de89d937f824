# Undoes a scaling to [0, 1].
# passes: none


def to_dollars(scaled, low, high):
    return scaled.reshape(-1) * (high - low) + low
