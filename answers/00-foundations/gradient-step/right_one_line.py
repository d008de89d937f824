# The formula in one line.
# passes: both


def gradient_step(w, target, rate):
    return float(w - rate * 2 * (w - target))
