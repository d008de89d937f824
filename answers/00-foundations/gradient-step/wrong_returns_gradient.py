# Returns the gradient and takes no step.
# passes: none


def gradient_step(w, target, rate):
    return 2 * (w - target)
