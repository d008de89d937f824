"""Drawings of chapter 08: an autoencoder's shape, points in space, and what lies in a two-dimensional code."""

import numpy as np

from hiddenlayers.pictures import BLUE, ORANGE


def draw_hourglass(layer_sizes: list[int]) -> None:
    """Draw the layers of an autoencoder as bars, as high as the logarithm of their number of values.

    Args:
        layer_sizes: number of values from the input to the output; the smallest is the code.
    """
    import matplotlib.pyplot as plt

    code = int(np.argmin(layer_sizes))
    heights = 1 + np.log2(layer_sizes)
    _, axes = plt.subplots(figsize=(7, 2.6))
    axes.bar(
        range(len(layer_sizes)),
        heights,
        bottom=-heights / 2,
        width=0.45,
        color=[ORANGE if place == code else BLUE for place in range(len(layer_sizes))],
    )
    for place, (size, height) in enumerate(zip(layer_sizes, heights, strict=True)):
        axes.text(place, height / 2 + 0.3, f"{size:,}", ha="center", va="bottom")
        if place:
            axes.annotate(
                "",
                (place - 0.27, 0),
                (place - 0.73, 0),
                arrowprops={"arrowstyle": "->", "color": "0.4"},
            )
    lowest = -heights.max() / 2 - 0.6
    for place, word in [(code / 2 - 0.25, "encoder"), (code, "code"), (code * 1.5 + 0.25, "decoder")]:
        axes.text(place, lowest, word, ha="center", va="top", color="0.3")
    axes.set_ylim(lowest - 1.4, heights.max() / 2 + 1.8)
    axes.axis("off")
    plt.show()


def show_points(points: np.ndarray, colors: np.ndarray) -> None:
    """Draw points in space from two sides: onto the plane to which they are closest, and along it.

    Args:
        points: array of shape (n, 3).
        colors: array of shape (n,), numbers that the colour map turns into colours.
    """
    import matplotlib.pyplot as plt

    x, y, z = np.linalg.svd(points - points.mean(axis=0), full_matrices=False)[2][2]  # at right angles to it
    direction = np.degrees(np.arctan2(y, x))
    views = ((np.degrees(np.arcsin(z)), direction), (5, direction + 90))
    _, axes = plt.subplots(1, 2, figsize=(8, 3.6), subplot_kw={"projection": "3d"})
    for side, (elevation, azimuth) in zip(axes, views, strict=True):
        side.scatter(*points.T, c=colors, cmap="viridis", s=10)
        side.view_init(elevation, azimuth)
        side.set(xlabel="x", ylabel="y", zlabel="z", box_aspect=np.ptp(points, axis=0))
        side.locator_params(nbins=4)
        side.tick_params(labelsize=7)
    plt.show()


def draw_latent_space(decoder, codes: np.ndarray, labels: np.ndarray, names, *, steps: int = 10) -> None:
    """Draw codes of two numbers as points, and beside them the images that the decoder sees in that region.

    Args:
        decoder: a model from codes (n, 2) to images (n, 784), values from 0 to 1.
        codes: array of shape (n, 2).
        labels: int array of shape (n,), which colours the points.
        names: what the labels stand for.
        steps: number of decoded images along each side.
    """
    import matplotlib.pyplot as plt

    low, high = np.quantile(codes, [0.02, 0.98], axis=0)
    columns, rows = (np.linspace(low[axis], high[axis], steps) for axis in (0, 1))
    grid = np.stack(np.meshgrid(columns, rows[::-1]), axis=-1).reshape(-1, 2).astype("float32")
    images = np.asarray(decoder(grid)).reshape(steps, steps, 28, 28)
    _, (left, right) = plt.subplots(1, 2, figsize=(8.5, 3.6), width_ratios=[1.25, 1])
    colors = plt.get_cmap("tab10")
    for label, name in enumerate(names):
        left.scatter(*codes[labels == label].T, s=4, color=colors(label), label=name)
    left.set(xlabel="first number of the code", ylabel="second number")
    left.set(xlim=_widened(low[0], high[0]), ylim=_widened(low[1], high[1]))
    left.legend(
        loc="center left",
        bbox_to_anchor=(1, 0.5),
        markerscale=3,
        frameon=False,
        fontsize=8,
        handletextpad=0.1,
    )
    right.imshow(np.vstack([np.hstack(strip) for strip in images]), cmap="gray_r", interpolation="nearest")
    right.axis("off")
    plt.tight_layout()
    plt.show()


def _widened(low: float, high: float) -> tuple[float, float]:
    """A range with a tenth of its length added at both ends."""
    margin = (high - low) / 10
    return low - margin, high + margin
