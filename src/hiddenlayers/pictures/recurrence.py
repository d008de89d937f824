"""Drawings of recurrent networks: what goes in and comes out, unrolled in time, inside an LSTM.

Each function draws a new figure with matplotlib; the caller shows it. None returns anything.
"""

import numpy as np

from hiddenlayers.pictures import BLUE, GREEN, ORANGE, PINK

FAINT, DARK = "0.8", "0.25"


def draw_patterns() -> None:
    """Draw 1:N, N:1, N:M and N:N side by side: inputs below, the recurrent cell above them, outputs on top."""
    patterns = {
        "1:N": ("an image\nto its caption", [0], [0, 1, 2, 3]),
        "N:1": ("a review\nto its mood", [0, 1, 2, 3], [3]),
        "N:M": ("a sentence\nto its translation", [0, 1, 2], [2, 3, 4]),
        "N:N": ("each word\nto its part of speech", [0, 1, 2, 3], [0, 1, 2, 3]),
    }
    _, panels = _new_figure((9, 2.7), 4)
    for panel, (name, (example, inputs, outputs)) in zip(panels, patterns.items(), strict=True):
        steps = max(*inputs, *outputs) + 1
        for step in range(steps):
            _box(panel, step, 1, "", BLUE)
            if step:
                _arrow(panel, (step - 1, 1), (step, 1))
        for step in inputs:
            _box(panel, step, 0, "", GREEN)
            _arrow(panel, (step, 0), (step, 1))
        for step in outputs:
            _box(panel, step, 2, "", ORANGE)
            _arrow(panel, (step, 1), (step, 2))
        panel.set_title(f"{name}\n{example}", fontsize=9)
        _frame(panel, (-0.5, 4.5), (-0.5, 2.5))
    for height, what in enumerate(("inputs", "memory", "outputs")):
        panels[0].text(-0.6, height, what, ha="right", va="center", fontsize=9)


def draw_unrolled(steps: int = 5, layers: int = 1, backward: bool = False) -> None:
    """Draw recurrent layers unrolled in time, the last state going to the output.

    Args:
        steps: number of time steps.
        layers: number of recurrent layers, one above the other.
        backward: whether the arrows show the way of the gradient, from the output back to the first input.
    """
    _, (panel,) = _new_figure((1.3 * steps + 1, 0.9 * layers + 1.4), 1)
    way = {"color": PINK, "backward": True} if backward else {}
    for step in range(steps):
        _box(panel, step, 0, f"$x_{step + 1}$", GREEN)
        for layer in range(1, layers + 1):
            mark = f"^{{({layer})}}" if layers > 1 else ""
            _box(panel, step, layer, f"$h{mark}_{step + 1}$", BLUE)
            _arrow(panel, (step, layer - 1), (step, layer), **way)
            if step:
                _arrow(panel, (step - 1, layer), (step, layer), **way)
    if layers == 1 and not backward:
        for step in range(steps):
            panel.text(step + 0.07, 0.5, "$W$", fontsize=9, va="center", color=DARK)
            if step:
                panel.text(step - 0.5, 1.12, "$U$", fontsize=9, ha="center", color=DARK)
    _box(panel, steps, layers, "output", ORANGE, width=0.7)
    _arrow(panel, (steps - 1, layers), (steps, layers), reach=0.36, **way)
    _frame(panel, (-0.5, steps + 0.5), (-0.4, layers + 0.4))


def draw_batch(batch: np.ndarray) -> None:
    """Draw a batch as sheets of numbers: one sheet a sequence, one row a time step, one column a feature.

    Args:
        batch: numbers of shape (sequences, time steps, features).
    """
    count, steps, features = batch.shape
    _, (panel,) = _new_figure((1.5 + 1.6 * count + 0.4 * features, 0.5 + 0.36 * steps), 1)
    for number, sheet in enumerate(batch):
        left = number * (features + 1.2)
        for step, row in enumerate(sheet):
            for feature, value in enumerate(row):
                color = (BLUE, ORANGE)[feature % 2]
                _box(panel, left + feature, -0.5 * step, f"{value:g}", color, width=0.94, height=0.44)
        panel.text(left + (features - 1) / 2, 0.5, f"sequence {number}", ha="center", va="center", fontsize=9)
    for step in range(steps):
        panel.text(-0.7, -0.5 * step, f"time step {step}", ha="right", va="center", fontsize=9)
    _frame(panel, (-2.2, count * (features + 1.2) - 0.9), (-0.5 * steps + 0.2, 0.8))
    panel.set_aspect("auto")


def draw_lstm() -> None:
    """Draw one step of an LSTM: the cell state on its straight way, and the three gates along it."""
    _, (panel,) = _new_figure((8, 3.4), 1)
    top, gates = 2.0, 0.6
    panel.annotate(
        "", (8.3, top), (-0.2, top), arrowprops={"arrowstyle": "-|>", "color": DARK, "linewidth": 2.5}
    )
    panel.text(-0.3, top, "$c_{t-1}$", ha="right", va="center", fontsize=12)
    panel.text(8.4, top, "$c_t$", ha="left", va="center", fontsize=12)
    for place, text, color in (
        (1.2, "forget\n$f$", ORANGE),
        (2.9, "input\n$i$", GREEN),
        (6.6, "output\n$o$", BLUE),
    ):
        _box(panel, place, gates, text, color, width=1.1, height=0.7)
    _box(panel, 4.5, gates, "candidate\n$g$", PINK, width=1.4, height=0.7)
    _circle(panel, 1.2, top, "×")
    _line(panel, [(1.2, gates + 0.35), (1.2, top - 0.2)])
    _circle(panel, 3.7, 1.42, "×")
    _circle(panel, 3.7, top, "+")
    _line(panel, [(2.9, gates + 0.35), (2.9, 1.42), (3.5, 1.42)])
    _line(panel, [(4.5, gates + 0.35), (4.5, 1.42), (3.9, 1.42)])
    _line(panel, [(3.7, 1.62), (3.7, top - 0.2)])
    _box(panel, 5.6, 1.42, "tanh", FAINT, width=0.8, height=0.36)
    _line(panel, [(5.6, top), (5.6, 1.6)])
    _circle(panel, 6.6, 1.42, "×")
    _line(panel, [(6.0, 1.42), (6.4, 1.42)])
    _line(panel, [(6.6, gates + 0.35), (6.6, 1.22)])
    _line(panel, [(6.8, 1.42), (8.3, 1.42)])
    panel.text(8.4, 1.42, "$h_t$", ha="left", va="center", fontsize=12)
    panel.plot([0, 6.6], [-0.25, -0.25], color=DARK, linewidth=1)
    panel.text(-0.1, -0.25, "$x_t$ and $h_{t-1}$", ha="right", va="center", fontsize=12)
    for place in (1.2, 2.9, 4.5, 6.6):
        _line(panel, [(place, -0.25), (place, gates - 0.35)])
    _frame(panel, (-1.6, 8.9), (-0.6, 2.4))


def _new_figure(size: tuple[float, float], panels: int):
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(1, panels, figsize=size, squeeze=False)
    return figure, list(axes[0])


def _frame(panel, across: tuple[float, float], up: tuple[float, float]) -> None:
    panel.set(xlim=across, ylim=up)
    panel.set_aspect("equal")
    panel.axis("off")


def _box(panel, x: float, y: float, text: str, color: str, width: float = 0.56, height: float = 0.5) -> None:
    from matplotlib.patches import FancyBboxPatch

    panel.add_patch(
        FancyBboxPatch(
            (x - width / 2 + 0.05, y - height / 2 + 0.05),
            width - 0.1,
            height - 0.1,
            boxstyle="round,pad=0.05",
            facecolor=color,
            edgecolor=color,
            alpha=0.35,
        )
    )
    panel.text(x, y, text, ha="center", va="center", fontsize=10)


def _circle(panel, x: float, y: float, text: str) -> None:
    from matplotlib.patches import Circle

    panel.add_patch(Circle((x, y), 0.2, facecolor="white", edgecolor=DARK, zorder=3))
    panel.text(x, y, text, ha="center", va="center", fontsize=12, zorder=4)


def _arrow(
    panel,
    start: tuple[float, float],
    end: tuple[float, float],
    color: str = DARK,
    backward: bool = False,
    reach: float = 0.28,
) -> None:
    """An arrow between two boxes, given by their centres; `reach` is how far the end's box stretches."""
    start, end = np.array(start, dtype=float), np.array(end, dtype=float)
    along = (end - start) / np.linalg.norm(end - start)
    start, end = start + 0.28 * along, end - reach * along
    if backward:
        start, end = end, start
    panel.annotate(
        "", end, start, arrowprops={"arrowstyle": "-|>", "color": color, "shrinkA": 0, "shrinkB": 0}
    )


def _line(panel, corners: list[tuple[float, float]]) -> None:
    """A line through corners, with an arrow's head at its end."""
    x, y = zip(*corners, strict=True)
    panel.plot(x[:-1], y[:-1], color=DARK, linewidth=1)
    panel.annotate(
        "",
        corners[-1],
        corners[-2],
        arrowprops={"arrowstyle": "-|>", "color": DARK, "shrinkA": 0, "shrinkB": 0},
    )
