"""The building blocks of well-known convolutional networks, as boxes and arrows."""

from typing import Any

from hiddenlayers.pictures import BLUE, GREEN, ORANGE

WIDTH, HEIGHT = 1.6, 0.5


def draw_blocks() -> None:
    """Draw one block each of VGG, GoogLeNet and ResNet, the input at the bottom."""
    import matplotlib.pyplot as plt

    _, (vgg, inception, residual) = plt.subplots(1, 3, figsize=(9.5, 3.6), width_ratios=[1.2, 4.2, 1.8])
    _chain(vgg, ["conv 3×3", "conv 3×3", "max pooling"])
    vgg.set_title("VGG")

    branches = [["conv 1×1"], ["conv 1×1", "conv 3×3"], ["conv 1×1", "conv 5×5"], ["max pooling", "conv 1×1"]]
    for number, boxes in enumerate(branches):
        across, bottom = 1.8 * number, 3 - len(boxes)
        _arrow(inception, (2.7, -0.75), (across, bottom - HEIGHT / 2))
        for level, text in enumerate(boxes, start=bottom):
            _box(inception, across, level, text, BLUE)
            if level < 2:
                _arrow(inception, (across, level + HEIGHT / 2), (across, level + 1 - HEIGHT / 2))
        _arrow(inception, (across, 2 + HEIGHT / 2), (2.7, 3 - HEIGHT / 2))
    _box(inception, 2.7, 3, "concatenate", GREEN)
    inception.set_title("GoogLeNet (Inception)")

    _chain(residual, ["conv 3×3", "conv 3×3"])
    _box(residual, 0, 3, "add", GREEN)
    _arrow(residual, (0, 2 + HEIGHT / 2), (0, 3 - HEIGHT / 2))
    residual.plot([0, 1.2, 1.2], [-0.1, -0.1, 3], color=ORANGE, linewidth=2)
    arrow = {"arrowstyle": "->", "color": ORANGE, "linewidth": 2}
    residual.annotate("", (WIDTH / 2, 3), (1.22, 3), arrowprops=arrow)
    residual.text(1.3, 1.5, "skip", color=ORANGE, fontsize=9)
    residual.set_title("ResNet")
    for axis, right in [(vgg, 0), (inception, 5.4), (residual, 1.0)]:
        axis.set(xlim=(-0.9, right + 0.9), ylim=(-0.8, 3.6))
        axis.axis("off")
    plt.show()


def _chain(axis: Any, boxes: list[str]) -> None:
    """Boxes above each other from height 1 upwards, with an arrow into each from below."""
    for level, text in enumerate(boxes, start=1):
        _box(axis, 0, level, text, BLUE)
        _arrow(axis, (0, level - 1 + HEIGHT / 2 if level > 1 else -0.75), (0, level - HEIGHT / 2))


def _box(axis: Any, across: float, level: float, text: str, color: str) -> None:
    from matplotlib.patches import FancyBboxPatch

    corner = (across - WIDTH / 2, level - HEIGHT / 2)
    style = "round,pad=0,rounding_size=0.1"
    axis.add_patch(FancyBboxPatch(corner, WIDTH, HEIGHT, boxstyle=style, facecolor="white", edgecolor=color))
    axis.text(across, level, text, ha="center", va="center", fontsize=9)


def _arrow(axis: Any, start: tuple[float, float], end: tuple[float, float]) -> None:
    axis.annotate("", end, start, arrowprops={"arrowstyle": "->", "color": "0.4"}, zorder=0)
