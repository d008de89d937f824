# Takes the distance without its sign, so it walks away from a target on the right.
# passes: none


def gradient_step(w, target, rate):
    return w - rate * 2 * abs(w - target)
