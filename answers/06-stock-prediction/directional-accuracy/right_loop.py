# A loop that counts days and hits.
# passes: both


def directional_accuracy(closes, predicted):
    days = hits = 0
    for yesterday, close, guess in zip(closes[:-1], closes[1:], predicted[1:], strict=True):
        if close == yesterday:
            continue
        days += 1
        if (close > yesterday and guess > yesterday) or (close < yesterday and guess < yesterday):
            hits += 1
    return hits / days
