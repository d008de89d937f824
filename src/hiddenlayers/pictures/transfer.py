"""Pictures of transfer learning: a backbone that changes its head, rows of photos, which strategy fits when."""

import io
from collections.abc import Sequence
from typing import Any

import numpy as np

from hiddenlayers.pictures import BLUE, GREEN, ORANGE

COLORS = 96  # of a picture of photos: a third of the bytes of a full PNG, which would fill the notebook


def show_photos(photos: Sequence[np.ndarray], titles: Sequence[str], columns: int = 5) -> None:
    """Draw photos with values from 0 to 255 in rows, a title above each."""
    import matplotlib.pyplot as plt

    rows = max(1, -(-len(photos) // columns))
    figure, axes = plt.subplots(rows, columns, figsize=(1.6 * columns, 1.9 * rows), squeeze=False)
    for axis in axes.flat:
        axis.axis("off")
    for axis, photo, title in zip(axes.flat, photos, titles, strict=False):
        axis.imshow(np.clip(np.asarray(photo), 0, 255).astype("uint8"))
        axis.set_title(title, fontsize=9)
    plt.tight_layout()
    if "inline" in plt.get_backend():  # a notebook's
        _display_png(_in_few_colors(figure))
        plt.close(figure)
    else:
        plt.show()


def draw_transfer() -> None:
    """Draw one backbone twice: under the head that it was trained with, and frozen under a new head."""
    import matplotlib.pyplot as plt

    _, axis = plt.subplots(figsize=(8.5, 2.9))
    for height, photos, number, names, color, frozen in (
        (1.7, "1,281,167 photos\n(ImageNet)", "1,000 classes", "head", BLUE, False),
        (0.0, "a few of yours", "5 classes", "new head", ORANGE, True),
    ):
        axis.text(0.75, height + 0.45, photos, ha="center", va="center", fontsize=10)
        _arrow(axis, (1.6, height + 0.45), (2.0, height + 0.45))
        for step in range(5):
            shrink = 0.075 * step
            _box(axis, 2.0 + 0.5 * step, height + shrink, 0.42, 0.9 - 2 * shrink, BLUE, filled=frozen)
        _arrow(axis, (4.5, height + 0.45), (4.9, height + 0.45))
        _box(axis, 4.9, height + 0.2, 1.1, 0.5, color)
        axis.text(5.45, height + 0.45, names, ha="center", va="center", fontsize=10)
        _arrow(axis, (6.0, height + 0.45), (6.4, height + 0.45))
        axis.text(6.5, height + 0.45, number, ha="left", va="center", fontsize=10)
    axis.text(3.2, 2.75, "backbone: learns features", ha="center", fontsize=10, color=BLUE)
    axis.text(3.2, -0.3, "the same weights, frozen", ha="center", fontsize=10, color=BLUE)
    axis.annotate(
        "", (3.2, 0.97), (3.2, 1.62), arrowprops={"arrowstyle": "-|>", "color": GREEN, "linewidth": 2.5}
    )
    axis.text(3.32, 1.3, "copy the weights", va="center", fontsize=10, color=GREEN)
    axis.set(xlim=(-0.1, 8), ylim=(-0.45, 3))
    axis.axis("off")
    plt.show()


def draw_strategies() -> None:
    """Draw which strategy fits, by how many images there are and how like the backbone's own they look."""
    import matplotlib.pyplot as plt

    _, axis = plt.subplots(figsize=(7.5, 3.2))
    strategies = {
        (0, 1): ("freeze the backbone,\ntrain a head", BLUE),
        (1, 1): ("head first, then fine-tune\nthe upper blocks", GREEN),
        (0, 0): ("freeze, but try features\nof an earlier block", BLUE),
        (1, 0): ("fine-tune everything,\nor train from scratch", ORANGE),
    }
    for (column, row), (text, color) in strategies.items():
        _box(axis, column + 0.04, row + 0.06, 0.92, 0.88, color)
        axis.text(column + 0.5, row + 0.5, text, ha="center", va="center", fontsize=11)
    axis.set_xticks([0.5, 1.5], ["few images (hundreds)", "many images (tens of thousands)"], fontsize=10)
    axis.set_yticks([0.5, 1.5], ["look\ndifferent", "look\nalike"], fontsize=10)
    axis.tick_params(length=0)
    for side in axis.spines.values():
        side.set_visible(False)
    axis.set(xlim=(0, 2), ylim=(0, 2))
    plt.show()


def _in_few_colors(figure: Any) -> bytes:
    """A figure as PNG with a palette of its own, dithered."""
    from PIL import Image

    full, small = io.BytesIO(), io.BytesIO()
    figure.savefig(full, bbox_inches="tight")
    image = Image.open(full).convert("RGB")
    palette = image.quantize(COLORS)
    dithered = image.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)
    dithered.save(small, "PNG", optimize=True)
    return small.getvalue()


def _display_png(picture: bytes) -> None:
    from IPython.display import Image, display

    display(Image(data=picture, format="png"))


def _box(axis, x: float, y: float, width: float, height: float, color: str, filled: bool = False) -> None:
    from matplotlib.patches import FancyBboxPatch

    style = "round,pad=0,rounding_size=0.04"
    face = (*_rgb(color), 0.25) if filled else "white"
    axis.add_patch(
        FancyBboxPatch((x, y), width, height, boxstyle=style, facecolor=face, edgecolor=color, linewidth=1.5)
    )


def _rgb(color: str) -> tuple[float, float, float]:
    from matplotlib.colors import to_rgb

    return to_rgb(color)


def _arrow(axis, start: tuple[float, float], end: tuple[float, float]) -> None:
    axis.annotate("", end, start, arrowprops={"arrowstyle": "->", "color": "0.4"})
