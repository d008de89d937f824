# Sums up in a loop, in plain Python.
# passes: both


def compare_with_mean(y_train, y_true, y_pred):
    mean = sum(y_train) / len(y_train)
    own = base = 0.0
    for truth, guess in zip(y_true.tolist(), y_pred.flatten().tolist(), strict=True):
        own += (guess - truth) ** 2
        base += (mean - truth) ** 2
    own, base = (own / len(y_true)) ** 0.5, (base / len(y_true)) ** 0.5
    return (own, base, (base - own) / base)
