"""The layers of a Keras model as a drawing: Keras' own where Graphviz is there, else one of ours."""

import contextlib
import io
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.pictures import BLUE, ORANGE
from hiddenlayers.session import say

WIDTH, HEIGHT, GAP = 3.4, 0.56, 0.34  # inches: a box, and the arrow between two
MARGIN = 0.9  # inches beside the boxes for arrows that run round them
ARROW = {"arrowstyle": "-|>", "color": "0.35", "shrinkA": 0, "shrinkB": 0, "lw": 1.3}


@dataclass(eq=False)
class Box:
    """A call of a layer, with the calls whose output it takes; `level` counts from the inputs, 0."""

    kind: str
    name: str
    detail: str
    parameters: int
    shape: str
    sources: list["Box"] = field(default_factory=list)
    level: int = 0


def show_network(model: Any) -> None:
    """Show the layers of a model: as `keras.utils.plot_model` draws them, or with a note as `draw_network` does.

    `plot_model` needs the package pydot and the program Graphviz.

    Raises:
        HiddenLayersError: the model knows no input shape, so nobody knows its layers' order.
    """
    import keras
    import matplotlib.pyplot as plt
    from IPython.display import Image, display

    boxes = network_boxes(model)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "network.png"
        # plot_model says in English what it misses: printed in a notebook, raised elsewhere
        with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(ImportError):
            keras.utils.plot_model(model, to_file=str(path), show_shapes=True, show_layer_names=True, dpi=100)
        if path.exists():
            display(Image(path.read_bytes()))
            return
    print(
        say(
            "plot_model needs pydot and Graphviz, which are not both here, so this is a drawing of our own.",
            "plot_model에 필요한 pydot과 Graphviz가 모두 갖춰져 있지 않아 이 강의의 그림을 대신 보여 줍니다.",
        )
    )
    draw_boxes(boxes)
    plt.show()


def draw_network(model: Any) -> Any:
    """Draw the layers of a model from top to bottom with Matplotlib alone.

    A box gives a layer's class, name, activation or rate, output shape and number of parameters; layers with
    parameters are blue, others orange, inputs grey. An arrow that passes by other layers runs round them.

    Args:
        model: a Sequential or Functional model, or a subclass that is built from `keras.Input`.

    Returns:
        The Matplotlib figure.

    Raises:
        HiddenLayersError: the model knows no input shape, so nobody knows its layers' order.
    """
    return draw_boxes(network_boxes(model))


def network_boxes(model: Any) -> list[Box]:
    """The calls of layers that lead from a model's inputs to its outputs, inputs first.

    Raises:
        HiddenLayersError: the model knows no input shape.
    """
    outputs = getattr(model, "outputs", None)
    if not outputs:
        raise HiddenLayersError(
            say(
                f"{model.name}: the model knows no input shape, so its layers cannot be drawn: "
                "begin with keras.Input.",
                f"{model.name}: 모델에 입력 형상이 없어 층을 그릴 수 없습니다. keras.Input으로 시작하십시오.",
            )
        )
    boxes: dict[tuple[int, int], Box] = {}
    for output in outputs:
        _box_of(output, boxes)
    return sorted(boxes.values(), key=lambda box: box.level)


def _box_of(tensor: Any, boxes: dict[tuple[int, int], Box]) -> Box:
    """The call that made a tensor of the model's graph, entered in `boxes` after those that it builds on."""
    operation, call, _ = tensor._keras_history
    key = (id(operation), call)
    if key not in boxes:
        tensors = operation._inbound_nodes[call].input_tensors
        sources = list(dict.fromkeys(_box_of(one, boxes) for one in tensors))
        boxes[key] = Box(
            kind=type(operation).__name__,
            name=operation.name,
            detail=_detail(operation),
            parameters=operation.count_params() if hasattr(operation, "count_params") else 0,
            shape=", ".join("None" if length is None else str(length) for length in tensor.shape),
            sources=sources,
            level=1 + max((source.level for source in sources), default=-1),
        )
    return boxes[key]


def _detail(operation: Any) -> str:
    """What a layer does beyond its class: its activation, or the rate of a Dropout layer."""
    activation = getattr(getattr(operation, "activation", None), "__name__", "")
    rate = getattr(operation, "rate", None)
    return f"{rate:g}" if isinstance(rate, float) else activation.replace("linear", "")


def draw_boxes(boxes: list[Box]) -> Any:
    """The figure of a model's boxes, level under level."""
    import matplotlib.pyplot as plt

    levels = [[box for box in boxes if box.level == level] for level in range(1 + boxes[-1].level)]
    places = dict(_places(levels))
    edge = max(map(len, levels)) * (WIDTH + GAP) / 2
    long_ways = {
        (source, box): -1 if places[source][0] < 0 else 1
        for box in boxes
        for source in box.sources
        if box.level - source.level > 1
    }
    left, right = (edge + (MARGIN if side in long_ways.values() else 0) for side in (-1, 1))
    height = len(levels) * (HEIGHT + GAP)
    figure = plt.figure(figsize=(left + right, height))
    axis = figure.add_axes((0, 0, 1, 1))
    axis.set(xlim=(-left, right), ylim=(-height, 0))
    axis.axis("off")
    for box in boxes:
        _draw_box(axis, box, *places[box])
        for source in box.sources:
            side = long_ways.get((source, box))
            if side:
                _draw_long_way(axis, places[source], places[box], side, side * (edge + MARGIN / 2))
            else:
                (x1, y1), (x2, y2) = places[source], places[box]
                axis.annotate("", (x2, y2 + HEIGHT / 2), (x1, y1 - HEIGHT / 2), arrowprops=ARROW)
    return figure


def _places(levels: list[list[Box]]) -> Iterator[tuple[Box, tuple[float, float]]]:
    """The middle of each box, in inches, its level centred on 0."""
    for level, boxes in enumerate(levels):
        for column, box in enumerate(boxes):
            x = (column - (len(boxes) - 1) / 2) * (WIDTH + GAP)
            yield box, (x, -(level + 0.5) * (HEIGHT + GAP))


def _draw_box(axis: Any, box: Box, x: float, y: float) -> None:
    from matplotlib.patches import FancyBboxPatch

    color = "0.5" if box.kind == "InputLayer" else BLUE if box.parameters else ORANGE
    corner = (x - WIDTH / 2, y - HEIGHT / 2)
    style = "round,pad=0,rounding_size=0.08"
    axis.add_patch(FancyBboxPatch(corner, WIDTH, HEIGHT, boxstyle=style, fc="white", ec=color, lw=1.5))
    title = " ".join(part for part in (box.kind, box.detail) if part)
    axis.text(x - WIDTH / 2 + 0.1, y + 0.11, title, va="center", fontsize=10, weight="bold", color="0.1")
    axis.text(x + WIDTH / 2 - 0.1, y + 0.11, box.name, va="center", ha="right", fontsize=9, color="0.35")
    axis.text(x - WIDTH / 2 + 0.1, y - 0.13, f"({box.shape})", va="center", fontsize=9, color="0.1")
    counted = f"{box.parameters:,} parameters" if box.parameters else ""
    axis.text(x + WIDTH / 2 - 0.1, y - 0.13, counted, va="center", ha="right", fontsize=9, color="0.1")


def _draw_long_way(axis: Any, start: tuple, end: tuple, side: int, x: float) -> None:
    """An arrow out of a box sideways, down at `x`, and into the other box; `side` is -1 left, 1 right."""
    (x1, y1), (x2, y2) = start, end
    axis.plot([x1 + side * WIDTH / 2, x, x], [y1, y1, y2], color=ARROW["color"], lw=ARROW["lw"])
    axis.annotate("", (x2 + side * WIDTH / 2, y2), (x, y2), arrowprops=ARROW)
