"""Neurons as circles: a perceptron with its numbers, and dense networks of any size."""

from itertools import pairwise

from hiddenlayers.pictures import BLUE, GREEN, ORANGE

MOST_CIRCLES = 6  # of a layer; a larger one is drawn with a gap


def draw_perceptron() -> None:
    """Draw one neuron: inputs, weights, a sum with a bias, an activation."""
    import matplotlib.pyplot as plt

    _, axis = plt.subplots(figsize=(7.5, 2.6))
    for i, y in enumerate((2, 1, 0), start=1):
        _arrow(axis, (0, y), (2.6, 1))
        axis.text(1.25, 1 + 0.62 * (y - 1), f"$w_{i}$", ha="center", backgroundcolor="white", fontsize=12)
        _circle(axis, (0, y), f"$x_{i}$", BLUE)
    _arrow(axis, (2.6, 1), (5.2, 1))
    _arrow(axis, (5.2, 1), (6.8, 1))
    _circle(axis, (2.6, 1), r"$\Sigma$", ORANGE)
    _circle(axis, (5.2, 1), r"$f$", GREEN)
    axis.text(2.6, 0.1, "$z = x_1w_1 + x_2w_2 + x_3w_3 + b$\nlinear step", ha="center", va="top")
    axis.text(5.2, 0.1, "activation", ha="center", va="top")
    axis.text(6.9, 1, "$a = f(z)$", va="center", fontsize=12)
    axis.set(xlim=(-0.5, 8), ylim=(-0.8, 2.4), aspect="equal")
    axis.axis("off")
    plt.show()


def draw_network(sizes: list[int], names: list[str]) -> None:
    """Draw a dense network, inputs on the left.

    Args:
        sizes: the number of inputs, then the units of each layer; of more than six, six are drawn with a gap.
        names: what stands below each column of circles.
    """
    import matplotlib.pyplot as plt

    _, axis = plt.subplots(figsize=(2.1 * len(sizes) + 0.5, 3))
    columns = [[(2.2 * number, y) for y in _heights(size)] for number, size in enumerate(sizes)]
    for left, right in pairwise(columns):
        for one in left:
            for other in right:
                axis.plot(*zip(one, other, strict=True), color="0.75", linewidth=0.7, zorder=1)
    colors = [BLUE, *[ORANGE] * (len(sizes) - 2), GREEN]
    bottom = min(y for column in columns for _, y in column) - 0.4
    for size, name, column, color in zip(sizes, names, columns, colors, strict=True):
        for place in column:
            _circle(axis, place, "", color, radius=0.2)
        if size > MOST_CIRCLES:
            axis.text(column[0][0], 0, "⋮", ha="center", va="center", fontsize=14)
        axis.text(column[0][0], bottom, name, ha="center", va="top", fontsize=9)
    axis.set(xlim=(-0.8, 2.2 * len(sizes) - 1.4), ylim=(bottom - 0.7, 0.2 - bottom), aspect="equal")
    axis.axis("off")
    plt.show()


def _heights(size: int) -> list[float]:
    """Where the circles of a layer stand, around 0; the middle stays open where some are left out."""
    if size > MOST_CIRCLES:
        half = [0.5 + 0.55 * i for i in range(MOST_CIRCLES // 2)]
        return [-y for y in reversed(half)] + half
    return [0.6 * (i - (size - 1) / 2) for i in range(size)]


def _circle(axis, place: tuple[float, float], text: str, color: str, radius: float = 0.3) -> None:
    import matplotlib.pyplot as plt

    axis.add_patch(plt.Circle(place, radius, facecolor="white", edgecolor=color, linewidth=2, zorder=2))
    axis.text(*place, text, ha="center", va="center", fontsize=13, zorder=3)


def _arrow(axis, start: tuple[float, float], end: tuple[float, float]) -> None:
    axis.annotate(
        "", end, start, arrowprops={"arrowstyle": "->", "color": "0.5", "shrinkA": 16, "shrinkB": 16}
    )
