"""Drawings of text on its way through a network: the chain of a spoken dialogue, a review read from both ends.

Each function draws a new figure with matplotlib; the caller shows it. None returns anything.
"""

from hiddenlayers.pictures import BLUE, GREEN, ORANGE, PINK

DARK = "0.25"


def draw_chain() -> None:
    """Draw what lies between a spoken question and a spoken answer, and where sentiment analysis sits in it."""
    stages = [
        ("speech\nrecognition", "sound to text", "0.7"),
        ("natural language\nunderstanding", "text to meaning", BLUE),
        ("the application\ndecides", "meaning to answer", "0.7"),
        ("natural language\ngeneration", "answer to text", GREEN),
        ("speech\nsynthesis", "text to sound", "0.7"),
    ]
    panel = _new_panel((9, 2.2))
    for place, (name, task, color) in enumerate(stages):
        _box(panel, 2 * place, 1, name, color, width=1.66)
        panel.text(2 * place, 0.55, task, ha="center", va="center", fontsize=9, color=DARK)
        if place:
            _arrow(panel, (2 * place - 1.17, 1), (2 * place - 0.83, 1))
    _box(panel, 2, -0.15, "sentiment analysis", ORANGE, width=1.8, height=0.4)
    _arrow(panel, (2, 0.07), (2, 0.42))
    panel.set(xlim=(-1, 9), ylim=(-0.45, 1.4))


def draw_bidirectional(words: list[str]) -> None:
    """Draw words going through an embedding, one LSTM that reads forwards and one that reads backwards.

    The last state of each goes to the sigmoid.

    Args:
        words: the words of a short sentence.
    """
    last = len(words) - 1
    panel = _new_panel((1.3 * len(words) + 2.2, 3.1))
    for step, word in enumerate(words):
        panel.text(step, -0.7, word, ha="center", va="center", fontsize=10)
        _arrow(panel, (step, -0.5), (step, -0.25))
        _box(panel, step, 0, "embedding", GREEN, width=0.86, height=0.4)
        _box(panel, step, 1, "LSTM →", BLUE, width=0.7, height=0.4)
        _box(panel, step, 2, "← LSTM", PINK, width=0.7, height=0.4)
        _arrow(panel, (step - 0.18, 0.22), (step - 0.18, 0.78), BLUE)
        panel.annotate(
            "",
            (step + 0.18, 1.78),
            (step + 0.18, 0.22),
            arrowprops={"arrowstyle": "-|>", "color": PINK, "connectionstyle": "arc3,rad=0.6"},
        )
        if step:
            _arrow(panel, (step - 0.63, 1), (step - 0.37, 1), BLUE)
            _arrow(panel, (step - 0.37, 2), (step - 0.63, 2), PINK)
    _box(panel, last + 1.5, 1.5, "sigmoid", ORANGE, width=0.8, height=0.4)
    _arrow(panel, (last + 0.37, 1.02), (last + 1.08, 1.4), BLUE)
    panel.plot([0, 0, last + 1.5], [2.22, 2.6, 2.6], color=PINK, linewidth=1)
    _arrow(panel, (last + 1.5, 2.6), (last + 1.5, 1.72), PINK)
    panel.set(xlim=(-0.7, last + 2), ylim=(-0.95, 2.75))


def _new_panel(size: tuple[float, float]):
    import matplotlib.pyplot as plt

    _, panel = plt.subplots(figsize=size)
    panel.axis("off")
    return panel


def _box(panel, x: float, y: float, text: str, color: str, width: float, height: float = 0.6) -> None:
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
    panel.text(x, y, text, ha="center", va="center", fontsize=9)


def _arrow(panel, start: tuple[float, float], end: tuple[float, float], color: str = DARK) -> None:
    panel.annotate(
        "", end, start, arrowprops={"arrowstyle": "-|>", "color": color, "shrinkA": 0, "shrinkB": 0}
    )
