# Measures the slope by a small nudge to both sides.
# passes: both


def gradient_step(w, target, rate):
    def loss(weight):
        return (weight - target) ** 2

    return float(w - rate * (loss(w + 1e-3) - loss(w - 1e-3)) / 2e-3)
