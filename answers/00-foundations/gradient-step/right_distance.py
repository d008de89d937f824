# Shrinks the distance to the target by the factor 1 - 2 · rate.
# passes: both


def gradient_step(w, target, rate):
    return target + (w - target) * (1 - 2.0 * rate)
