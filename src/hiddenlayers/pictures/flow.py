"""Boxes and arrows: what follows what."""

from itertools import pairwise

from hiddenlayers.pictures import BLUE, ORANGE


def draw_flow(rows: dict[str, list[str]], learned: str = "", loop: bool = False) -> None:
    """Draw rows of boxes, an arrow from each to the next.

    Args:
        rows: the boxes' texts by the row's name; all rows have the same number of boxes.
        learned: boxes whose text holds this word are orange, the others blue.
        loop: whether an arrow leads from a row's last box back to its first.
    """
    import matplotlib.pyplot as plt

    count = len(next(iter(rows.values())))
    _, axis = plt.subplots(figsize=(2.1 * count, 1.25 * len(rows) + 0.5 * loop))
    for number, (name, texts) in enumerate(rows.items()):
        y = -1.3 * number
        axis.text(-0.95, y + 0.5, name, fontsize=10, fontweight="bold")
        for x, text in enumerate(texts):
            color = ORANGE if learned and learned in text else BLUE
            box = {"boxstyle": "round,pad=0.5", "facecolor": "white", "edgecolor": color, "linewidth": 1.6}
            axis.text(2 * x, y, text, ha="center", va="center", fontsize=9, bbox=box)
        for left, right in pairwise(range(count)):
            _arrow(axis, (2 * left + 0.72, y), (2 * right - 0.72, y))
        if loop:
            _arrow(axis, (2 * count - 2, y - 0.3), (0, y - 0.3), "arc3,rad=-0.18")
    bottom = -1.3 * (len(rows) - 1) - (1.1 if loop else 0.5)
    axis.set(xlim=(-1, 2 * count - 1), ylim=(bottom, 0.8))
    axis.axis("off")
    plt.show()


def _arrow(axis, start: tuple[float, float], end: tuple[float, float], bend: str = "arc3") -> None:
    axis.annotate("", end, start, arrowprops={"arrowstyle": "->", "color": "0.4", "connectionstyle": bend})
