# Clips later rows to [0, 1].
# passes: none


def scale_columns(values, num_past):
    lows, highs = values[:num_past].min(axis=0), values[:num_past].max(axis=0)
    return np.clip((values - lows) / (highs - lows), 0, 1), lows, highs
