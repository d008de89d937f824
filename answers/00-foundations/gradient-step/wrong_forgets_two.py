# Forgets the factor 2 of the derivative.
# passes: none


def gradient_step(w, target, rate):
    return w - rate * (w - target)
