"""Convolution in pictures: step by step, stride and padding, receptive field, and kernels to try on an image."""

import io
from typing import Any

import numpy as np

from hiddenlayers.pictures import BLUE, ORANGE, STYLE

KERNELS = {
    "identity": [[0, 0, 0], [0, 1, 0], [0, 0, 0]],
    "blur": [[1 / 9] * 3] * 3,
    "sharpen": [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
    "vertical edges": [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]],
    "horizontal edges": [[-1, -2, -1], [0, 0, 0], [1, 2, 1]],
    "all edges": [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]],
}
"""Kernels that people have thought up, 3×3, by what they do."""


def draw_convolution(image: np.ndarray, kernel: np.ndarray, places: list[int]) -> None:
    """Draw a kernel on its way over an image: for each of `places`, what it covers, and the result so far.

    Args:
        image: whole numbers, shape (height, width).
        kernel: whole numbers, no larger than the image.
        places: which places to show, counted from 0 in reading order.
    """
    import matplotlib.pyplot as plt

    patches = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    sums = (patches * kernel).sum(axis=(2, 3))
    figure, axes = plt.subplots(
        2,
        len(places) + 1,
        figsize=(2 * len(places) + 1.4, 3.6),
        height_ratios=[image.shape[0], sums.shape[0]],
        width_ratios=[kernel.shape[1]] + [image.shape[1]] * len(places),
    )
    _draw_table(axes[0, 0], kernel, "kernel")
    axes[1, 0].axis("off")
    for number, (above, below) in enumerate(axes[:, 1:].T):
        row, column = divmod(places[number], sums.shape[1])
        _draw_table(above, image, "image" if number == 0 else "")
        above.add_patch(_frame(column, row, kernel.shape[1], kernel.shape[0]))
        shown = np.where(np.arange(sums.size).reshape(sums.shape) <= places[number], sums, np.nan)
        _draw_table(below, shown, "feature map so far" if number == 0 else "")
        below.add_patch(_frame(column, row, 1, 1))
    figure.tight_layout()
    plt.show()


def draw_places(size: int, kernel_size: int, settings: list[tuple[int, str]]) -> None:
    """Draw every place of a kernel on a square image, for each (stride, padding) of `settings`.

    A dot marks the middle of each place, padding is grey, and the first place is framed.
    """
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(1, len(settings), figsize=(2.6 * len(settings), 3))
    for axis, (stride, padding) in zip(axes, settings, strict=True):
        starts = _starts(size, kernel_size, stride, padding)
        before = -starts[0]
        after = max(0, starts[-1] + kernel_size - size)
        whole = np.full((before + size + after,) * 2, 0.85)
        whole[before : before + size, before : before + size] = 1
        axis.imshow(whole, cmap="gray", vmin=0, vmax=1, extent=_extent(-before, size + after))
        axis.hlines(np.arange(-before, size + after + 1), -before, size + after, color="0.75", linewidth=0.8)
        axis.vlines(np.arange(-before, size + after + 1), -before, size + after, color="0.75", linewidth=0.8)
        middles = np.array(starts) + kernel_size / 2
        axis.plot(*map(np.ravel, np.meshgrid(middles, middles)), "o", color=BLUE, markersize=7)
        axis.add_patch(_frame(starts[0] + 0.5, starts[0] + 0.5, kernel_size, kernel_size))
        axis.set_title(f"{padding}, stride {stride}:\n{len(starts)}×{len(starts)} places", fontsize=10)
        axis.axis("off")
    figure.tight_layout()
    plt.show()


def draw_receptive_field(size: int, layers: list[tuple[str, int, int, str]]) -> None:
    """Draw, along one side of an image, which pixels a number in the middle of each layer depends on.

    Args:
        size: pixels along the side.
        layers: for each layer its name, kernel size, stride and padding ("valid" or "same").
    """
    import matplotlib.pyplot as plt

    sides = [size]
    for _, kernel_size, stride, padding in layers:
        sides.append(len(_starts(sides[-1], kernel_size, stride, padding)))
    seen = {len(layers): {sides[-1] // 2}}
    for level in range(len(layers) - 1, -1, -1):
        _, kernel_size, stride, padding = layers[level]
        starts = _starts(sides[level], kernel_size, stride, padding)
        covered = {starts[place] + step for place in seen[level + 1] for step in range(kernel_size)}
        seen[level] = {place for place in covered if 0 <= place < sides[level]}
    _, axis = plt.subplots(figsize=(8, 0.55 * len(sides) + 0.4))
    names = ["image", *(name for name, *_ in layers)]
    middle = 0.0  # of the cells seen, so that they stand above each other
    for level, side in enumerate(sides):
        middle = sum(seen[level]) / len(seen[level])
        colors = [ORANGE if place in seen[level] else "0.85" for place in range(side)]
        axis.scatter(np.arange(side) - middle, [level] * side, c=colors, s=24, marker="s")
        label = f"{names[level]}: {len(seen[level])} of {side}"
        axis.text(-0.72 * size, level, label, ha="right", va="center", fontsize=10)
    axis.set(xlim=(-1.25 * size, 0.6 * size), ylim=(-0.6, len(sides) - 0.4))
    axis.axis("off")
    plt.show()


def show_kernel_explorer(image: np.ndarray) -> None:
    """Let the reader choose a kernel and change its nine numbers; without a kernel running, a picture of six.

    Args:
        image: a grey image, shape (height, width), values from 0 to 1.
    """
    from IPython.display import display

    display(_Explorer(image))


class _Explorer:
    """The widget where there is a Python kernel behind the page, its picture everywhere else."""

    def __init__(self, image: np.ndarray):
        self.image = np.asarray(image, dtype=float)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        view = {"version_major": 2, "version_minor": 0, "model_id": self._widget().model_id}
        return {
            "application/vnd.jupyter.widget-view+json": view,
            "image/png": self._picture(),
            "text/plain": "kernel explorer",
        }

    def _picture(self) -> bytes:
        """Six kernels and what they make of the image, as PNG."""
        import matplotlib.pyplot as plt
        from matplotlib.figure import Figure

        with plt.rc_context(STYLE):
            height = 2 * 2.7 * self.image.shape[0] / self.image.shape[1] + 0.6
            figure = Figure(figsize=(8.1, height))
            for axis, (name, kernel) in zip(figure.subplots(2, 3).flat, KERNELS.items(), strict=True):
                _draw_filtered(axis, self.image, np.array(kernel), name)
            figure.tight_layout()
            return _png(figure)

    def _widget(self) -> Any:
        """A menu of kernels, nine numbers that can be changed, and the image after the convolution."""
        import ipywidgets as widgets

        menu = widgets.Dropdown(options=list(KERNELS), value="vertical edges", description="kernel")
        cells = [widgets.FloatText(step=0.5, layout=widgets.Layout(width="64px")) for _ in range(9)]
        result = widgets.Image(format="png")

        def redraw(_=None) -> None:
            result.value = self._filtered(np.array([cell.value for cell in cells]).reshape(3, 3))

        def choose(_=None) -> None:
            for cell in cells:
                cell.unobserve(redraw, "value")  # one drawing for nine changes
            for cell, value in zip(cells, np.ravel(KERNELS[menu.value]), strict=True):
                cell.value = round(float(value), 3)
                cell.observe(redraw, "value")
            redraw()

        menu.observe(choose, "value")
        choose()
        rows = [widgets.HBox(cells[start : start + 3]) for start in (0, 3, 6)]
        return widgets.HBox([widgets.VBox([menu, *rows]), result])

    def _filtered(self, kernel: np.ndarray) -> bytes:
        from matplotlib.figure import Figure

        figure = Figure(figsize=(4.5, 4.5 * self.image.shape[0] / self.image.shape[1]))
        _draw_filtered(figure.add_axes((0, 0, 1, 1)), self.image, kernel, "")
        return _png(figure)


def _draw_filtered(axis: Any, image: np.ndarray, kernel: np.ndarray, title: str) -> None:
    """The image under a kernel; grey means 0 where the kernel's numbers add up to 0."""
    patches = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    filtered = (patches * kernel).sum(axis=(2, 3))
    low, high = (-1.5, 1.5) if abs(kernel.sum()) < 1e-6 else (0, 1)
    axis.imshow(filtered, cmap="gray", vmin=low, vmax=high)
    axis.set_title(title, fontsize=10)
    axis.axis("off")


def _png(figure: Any) -> bytes:
    """A figure without colours as a small PNG."""
    from PIL import Image

    drawn, grey = io.BytesIO(), io.BytesIO()
    figure.savefig(drawn, format="png", dpi=66)
    Image.open(drawn).convert("L").save(grey, "png", optimize=True)
    return grey.getvalue()


def _starts(size: int, kernel_size: int, stride: int, padding: str) -> list[int]:
    """Where each place of a kernel begins along one side; negative in the padding. As TensorFlow pads."""
    if padding == "valid":
        return list(range(0, size - kernel_size + 1, stride))
    count = len(range(0, size, stride))
    before = max(0, (count - 1) * stride + kernel_size - size) // 2
    return [place * stride - before for place in range(count)]


def _draw_table(axis: Any, numbers: np.ndarray, title: str) -> None:
    """A grid with a number in each cell; cells that are NaN stay empty."""
    axis.imshow(np.zeros(numbers.shape), cmap="gray_r", vmin=0, vmax=1)
    axis.set_xticks(np.arange(numbers.shape[1] + 1) - 0.5, [])
    axis.set_yticks(np.arange(numbers.shape[0] + 1) - 0.5, [])
    axis.grid(color="0.75", linewidth=0.8)
    axis.tick_params(length=0)
    for spine in axis.spines.values():
        spine.set(visible=True, color="0.75")
    axis.set_title(title, fontsize=10)
    for (row, column), value in np.ndenumerate(numbers):
        if not np.isnan(value):
            axis.text(column, row, f"{value:g}", ha="center", va="center", fontsize=10)


def _frame(left: float, top: float, width: int, height: int) -> Any:
    """An orange frame around cells, whose upper left one is in column `left`, row `top`."""
    from matplotlib.patches import Rectangle

    return Rectangle((left - 0.5, top - 0.5), width, height, fill=False, edgecolor=ORANGE, linewidth=3)


def _extent(first: int, last: int) -> tuple[int, int, int, int]:
    return first, last, last, first
