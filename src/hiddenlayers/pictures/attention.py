"""Drawings of attention: around the bottleneck, through a Transformer's block, weights over words, what comes next.

Each function draws a new figure with matplotlib; the caller shows it. None returns anything.
"""

import numpy as np

from hiddenlayers.pictures import BLUE, GREEN, ORANGE, PINK

DARK = "0.25"


def draw_bottleneck(source: list[str], target: list[str]) -> None:
    """Draw translation twice: through the last state alone, and with attention to every state of the encoder.

    Args:
        source: the words of a sentence.
        target: the words of its translation.
    """
    import matplotlib.pyplot as plt

    _, panels = plt.subplots(1, 2, figsize=(10, 2.6), layout="constrained")
    first_out = len(source) + 0.6
    for panel, title in zip(panels, ("through one state", "with attention"), strict=True):
        for step, word in enumerate(source):
            _box(panel, step, 0, word, GREEN)
            if step:
                _arrow(panel, (step - 0.58, 0), (step - 0.42, 0))
        for step, word in enumerate(target):
            _box(panel, first_out + step, 1.3, word, ORANGE)
            if step:
                _arrow(panel, (first_out + step - 0.58, 1.3), (first_out + step - 0.42, 1.3))
        panel.set(title=title, xlim=(-0.6, first_out + len(target) - 0.4), ylim=(-0.4, 1.7))
        panel.axis("off")
    _arrow(panels[0], (len(source) - 0.6, 0.25), (first_out - 0.3, 1.05), PINK, width=3)
    asking = 1
    strengths = np.full(len(source), 0.7)
    strengths[min(asking, len(source) - 1)] = 3.5
    for step, strength in enumerate(strengths):
        _arrow(panels[1], (step + 0.1, 0.25), (first_out + asking - 0.2, 1.05), PINK, width=strength)


def draw_block() -> None:
    """Draw a Transformer classifier from words to answer: one block, with its two skip connections."""
    import matplotlib.pyplot as plt

    _, panel = plt.subplots(figsize=(10, 2.9), layout="constrained")
    stages = [
        (0, "words\n+ positions", GREEN),
        (2, "multi-head\nattention", PINK),
        (4, "add,\nnormalize", "0.7"),
        (6, "two dense\nlayers", BLUE),
        (8, "add,\nnormalize", "0.7"),
        (10, "mean over\nwords", "0.7"),
        (12, "sigmoid", ORANGE),
    ]
    for place, name, color in stages:
        _box(panel, place, 0, name, color, width=1.5, height=0.8)
        if place:
            _arrow(panel, (place - 1.2, 0), (place - 0.78, 0))
    for start, end in ((1, 4), (5, 8)):
        panel.plot([start, start, end], [0, 0.85, 0.85], color=DARK, linewidth=1)
        _arrow(panel, (end, 0.85), (end, 0.42))
        panel.text((start + end) / 2, 0.92, "skip connection", ha="center", va="bottom", fontsize=9)
    panel.plot(
        [0.95, 9.05, 9.05, 0.95, 0.95], [-0.65, -0.65, 1.25, 1.25, -0.65], "--", color="0.6", linewidth=1
    )
    panel.text(5, -0.72, "one block", ha="center", va="top", fontsize=10, color=DARK)
    panel.set(xlim=(-0.9, 12.9), ylim=(-1.05, 1.4))
    panel.axis("off")


def draw_masks(length: int, words: int) -> None:
    """Draw which key (column) each query (row) may look at: without a mask, padding hidden, causal, both.

    Args:
        length: number of positions.
        words: how many of them hold a word; the rest is padding.
    """
    import matplotlib.pyplot as plt

    everything = np.ones((length, length), dtype=bool)
    no_padding = everything & (np.arange(length) < words)
    causal = np.tril(everything)
    masks = {"no mask": everything, "padding": no_padding, "causal": causal, "both": no_padding & causal}
    _, panels = plt.subplots(1, 4, figsize=(9, 2.5), layout="constrained")
    for panel, (title, mask) in zip(panels, masks.items(), strict=True):
        panel.pcolormesh(mask, cmap="Blues", vmin=0, vmax=1.6, edgecolors="white", linewidth=2)
        panel.set(title=title, xlabel="key", xticks=[], yticks=[], aspect="equal")
        panel.invert_yaxis()
    panels[0].set_ylabel("query")


def draw_weights(words: list[str], heads: np.ndarray) -> None:
    """Draw the attention weights of each head as a heat map, queries in rows and keys in columns.

    Args:
        words: the words of a text.
        heads: weights of shape (heads, words, words).
    """
    import matplotlib.pyplot as plt

    size = 1.2 + 0.26 * len(words)
    figure, panels = plt.subplots(
        1,
        len(heads),
        figsize=(size * len(heads) + 0.6, size + 0.4),
        squeeze=False,
        layout="constrained",
        sharey=True,
    )
    for number, (panel, weights) in enumerate(zip(panels[0], heads, strict=True), start=1):
        image = panel.imshow(weights, cmap="Blues", vmin=heads.min(), vmax=heads.max())
        panel.set_xticks(range(len(words)), words, rotation=90, fontsize=9)
        panel.set_yticks(range(len(words)), words, fontsize=9)
        panel.set(title=f"head {number}", xlabel="key")
    panels[0, 0].set_ylabel("query")
    figure.colorbar(image, ax=panels, shrink=0.7, label="weight")


def draw_training_stages() -> None:
    """Draw how a large language model comes about: pre-training, fine-tuning, rewards from people."""
    import matplotlib.pyplot as plt

    _, panel = plt.subplots(figsize=(10, 2.3), layout="constrained")
    stages = [
        ("random weights", "", "0.7"),
        ("pre-training", "huge amounts of text:\nguess the next word", BLUE),
        ("fine-tuning", "a few thousand examples\nof the task", GREEN),
        ("reinforcement\nlearning", "people's preferences\nas rewards", PINK),
        ("assistant", "", ORANGE),
    ]
    for place, (name, data, color) in enumerate(stages):
        _box(panel, 2.4 * place, 0, name, color, width=1.7, height=0.7)
        panel.text(2.4 * place, -0.5, data, ha="center", va="top", fontsize=9, color=DARK)
        if place:
            _arrow(panel, (2.4 * place - 1.5, 0), (2.4 * place - 0.9, 0))
    panel.set(xlim=(-1, 10.6), ylim=(-1.1, 0.5))
    panel.axis("off")


def draw_agent() -> None:
    """Draw the circle of reinforcement learning: the agent acts, the environment answers with state and reward."""
    import matplotlib.pyplot as plt

    _, panel = plt.subplots(figsize=(6, 2.3), layout="constrained")
    _box(panel, 0, 0, "agent", BLUE, width=1.4, height=0.8)
    _box(panel, 4, 0, "environment", GREEN, width=1.6, height=0.8)
    for start, end, bend in (((0, 0.45), (4, 0.45), -0.3), ((4, -0.45), (0, -0.45), -0.3)):
        panel.annotate(
            "",
            end,
            start,
            arrowprops={"arrowstyle": "-|>", "color": DARK, "connectionstyle": f"arc3,rad={bend}"},
        )
    for y, name in ((1.4, "action"), (-1.4, "state and reward")):
        panel.text(2, y, name, ha="center", va="center", fontsize=10, bbox={"color": "white", "pad": 2})
    panel.set(xlim=(-1, 5), ylim=(-1.9, 1.9))
    panel.axis("off")


def _box(panel, x: float, y: float, text: str, color: str, width: float = 0.84, height: float = 0.5) -> None:
    from matplotlib.patches import FancyBboxPatch

    corner = (x - width / 2 + 0.05, y - height / 2 + 0.05)
    style = {"boxstyle": "round,pad=0.05", "facecolor": color, "edgecolor": color, "alpha": 0.35}
    panel.add_patch(FancyBboxPatch(corner, width - 0.1, height - 0.1, **style))
    panel.text(x, y, text, ha="center", va="center", fontsize=9)


def _arrow(
    panel, start: tuple[float, float], end: tuple[float, float], color: str = DARK, width: float = 1
) -> None:
    style = {"arrowstyle": "-|>", "color": color, "linewidth": width, "shrinkA": 0, "shrinkB": 0}
    panel.annotate("", end, start, arrowprops=style)
