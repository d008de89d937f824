# A loop, one point at a time, with Python's own generator.
# passes: both

import random


def noisy_plane(count, slopes, noise, seed):
    dice = random.Random(seed)
    rows = []
    for _ in range(count):
        x, y = dice.uniform(-1, 1), dice.uniform(-1, 1)
        rows.append([x, y, slopes[0] * x + slopes[1] * y + dice.gauss(0, noise)])
    means = [sum(column) / count for column in zip(*rows, strict=True)]
    return np.array([[value - mean for value, mean in zip(row, means, strict=True)] for row in rows])
