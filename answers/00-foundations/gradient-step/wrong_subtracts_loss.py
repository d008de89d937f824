# Subtracts the loss in place of its gradient.
# passes: none


def gradient_step(w, target, rate):
    return w - rate * (w - target) ** 2
