# Scales in place, so that the caller's data are gone.
# passes: none


def scale_columns(values, num_past):
    lows, highs = values[:num_past].min(axis=0), values[:num_past].max(axis=0)
    values -= lows
    values /= highs - lows
    return values, lows, highs
