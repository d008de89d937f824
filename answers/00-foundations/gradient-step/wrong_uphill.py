# Adds the gradient, and so climbs.
# passes: none


def gradient_step(w, target, rate):
    return w + rate * 2 * (w - target)
