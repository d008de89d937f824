# A loop over the days, with Python's own numbers.
# passes: both


def compare_rmse(closes, predicted):
    model_sum = persistence_sum = 0.0
    for i in range(1, len(closes)):
        model_sum += float(closes[i] - predicted[i]) ** 2
        persistence_sum += float(closes[i] - closes[i - 1]) ** 2
    days = len(closes) - 1
    return (model_sum / days) ** 0.5, (persistence_sum / days) ** 0.5
