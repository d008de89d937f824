# Takes the 7 of the text for every target.
# passes: visible


def gradient_step(w, target, rate):
    return float(w - rate * 2 * (w - 7))
