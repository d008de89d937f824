# Value by value, in float64.
# passes: both


def to_dollars(scaled, low, high):
    prices = []
    for value in np.asarray(scaled, dtype="float64").ravel():
        share = (value + 1) / 2
        prices.append((1 - share) * low + share * high)
    return np.array(prices)
