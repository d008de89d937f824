"""Drawings of series cut into windows, parts and folds, and of recurrent layers put on each other.

Every function draws into a new figure and shows it. Importing this file imports neither TensorFlow nor matplotlib.
"""

from itertools import pairwise

import numpy as np

from hiddenlayers.pictures import BLUE, GREEN, ORANGE

PARTS = {"training": BLUE, "validation": GREEN, "test": ORANGE}


def draw_windows(values: np.ndarray, window: int, count: int = 3) -> None:
    """The beginning of a series, and below it its first windows with the value that follows each.

    Args:
        values: of shape (n,), n at least window + count.
        window: values in a window.
        count: how many windows to draw.
    """
    import matplotlib.pyplot as plt

    length = window + count
    figure, (top, bottom) = plt.subplots(
        2, 1, figsize=(0.75 * length, 3.4), height_ratios=[1.3, 1], sharex=True
    )
    top.plot(range(length), values[:length], "o-", color="0.4")
    top.set_ylabel("price")
    top.margins(y=0.2)
    for row in range(count):
        for day in range(row, row + window + 1):
            target = day == row + window
            bottom.text(
                day,
                -row,
                f"{values[day]:.1f}",
                ha="center",
                va="center",
                fontsize=9,
                color="white",
                bbox={
                    "facecolor": ORANGE if target else BLUE,
                    "edgecolor": "white",
                    "boxstyle": "square,pad=0.35",
                },
            )
    bottom.set(
        ylim=(0.6 - count, 0.6),
        yticks=-np.arange(count),
        yticklabels=[f"window {row}" for row in range(count)],
        xticks=range(length),
        xlim=(-0.6, length - 0.4),
        xlabel="day (orange: the target)",
    )
    bottom.spines[["left", "bottom"]].set_visible(False)
    bottom.tick_params(length=0)
    figure.tight_layout()
    plt.show()


def draw_parts(rows: dict[str, list[str]], day_label: str = "day") -> None:
    """A row of small squares, one a day, for each way of splitting: blue training, green validation, orange test.

    Args:
        rows: for each row its name and, for each day in order, "training", "validation", "test", or "" for a day
            that the row does not use.
        day_label: what is written below.
    """
    import matplotlib.pyplot as plt
    from matplotlib.patches import Patch

    length = max(map(len, rows.values()))
    _, axis = plt.subplots(figsize=(8, 0.5 + 0.42 * len(rows)))
    for height, days in enumerate(rows.values()):
        for day, part in enumerate(days):
            if part:
                axis.bar(day, 0.7, width=0.9, bottom=-height - 0.35, color=PARTS[part])
    axis.set(xlim=(-0.6, length - 0.4), xlabel=day_label, xticks=[], yticks=-np.arange(len(rows)))
    axis.set_yticklabels(rows)
    axis.spines[["left", "bottom"]].set_visible(False)
    axis.tick_params(length=0)
    used = [part for part in PARTS if any(part in days for days in rows.values())]
    axis.legend(
        handles=[Patch(color=PARTS[part], label=part) for part in used],
        loc="lower center",
        bbox_to_anchor=(0.5, 1),
        ncols=len(used),
        frameon=False,
    )
    plt.show()


def draw_stack(window: int, units: list[int]) -> None:
    """Recurrent layers on each other, unrolled over the days: each hands on its whole sequence, the last one vector.

    Args:
        window: days in a window, 4 of which are drawn.
        units: units of the layers, the lowest first.
    """
    import matplotlib.pyplot as plt

    figure, axis = plt.subplots(figsize=(8, 1.3 + 0.95 * len(units)))
    columns, top = [0, 1, 2.6, 3.6], len(units) + 1
    names = ["day 1", "day 2", f"day {window - 1}", f"day {window}"]
    arrow = {"arrowstyle": "-|>", "color": "0.4", "shrinkA": 16, "shrinkB": 16}

    def box(x: float, y: float, text: str, color: str) -> None:
        style = {"facecolor": color, "edgecolor": "white", "boxstyle": "round,pad=0.4"}
        axis.text(x, y, text, ha="center", va="center", color="white", fontsize=9, bbox=style)

    for x, name in zip(columns, names, strict=True):
        axis.text(x, 0, name, ha="center", va="center", fontsize=9)
        for level, width in enumerate(units, start=1):
            box(x, level, f"LSTM {width}", BLUE)
            axis.annotate("", (x, level), (x, level - 1), arrowprops=arrow)
    for level in range(1, top):
        for left, right in pairwise(columns):
            sides = {**arrow, "shrinkA": 30, "shrinkB": 30}
            axis.annotate("", (right, level), (left, level), arrowprops=sides)
        label = "return_sequences=True" if level < len(units) else "last output only"
        axis.text(4.15, level, label, va="center", fontsize=9, color="0.3")
    axis.annotate("", (columns[-1], top), (columns[-1], top - 1), arrowprops=arrow)
    box(columns[-1], top, "Dense 1", ORANGE)
    axis.text(4.15, top, "tomorrow", va="center", fontsize=9, color="0.3")
    axis.text(1.8, 0, "…", ha="center", va="center")
    axis.set(xlim=(-0.5, 5.4), ylim=(-0.4, top + 0.4))
    axis.axis("off")
    figure.tight_layout()
    plt.show()
