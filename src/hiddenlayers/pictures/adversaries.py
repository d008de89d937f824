"""Drawings of chapter 09: the two players of a GAN, their distributions, and a generator's progress."""

import io

import numpy as np

from hiddenlayers.pictures import BLUE, GREEN, ORANGE

GREYS = 8  # shades of the animation: few make a small file
MOST_FRAMES = 24


def draw_two_players() -> None:
    """Draw how noise, generator, images and discriminator hang together, and who learns from the answer."""
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(figsize=(8, 2.7))
    boxes = {
        "noise": (0.7, 0.6, "white"),
        "generator": (2.6, 0.6, ORANGE),
        "fake images": (4.6, 0.6, "white"),
        "real images": (4.6, 1.7, "white"),
        "discriminator": (6.8, 1.15, BLUE),
        "real or fake?": (8.9, 1.15, "white"),
    }
    for text, (x, y, color) in boxes.items():
        axes.text(
            x,
            y,
            text,
            ha="center",
            va="center",
            color="black" if color == "white" else "white",
            bbox={"boxstyle": "round,pad=0.45", "facecolor": color, "edgecolor": "0.4"},
        )
    arrows = [
        ((1.15, 0.6), (1.95, 0.6)),
        ((3.25, 0.6), (3.9, 0.6)),
        ((5.3, 0.65), (6.05, 1.0)),
        ((5.3, 1.65), (6.05, 1.3)),
        ((7.6, 1.15), (8.15, 1.15)),
    ]
    for start, end in arrows:
        axes.annotate("", end, start, arrowprops={"arrowstyle": "->", "color": "0.3", "lw": 1.5})
    lessons = [((8.9, 1.42), (6.8, 1.42), 0.45), ((8.9, 0.88), (2.6, 0.33), -0.25)]
    for start, end, bend in lessons:
        style = {"arrowstyle": "->", "color": GREEN, "ls": "--", "connectionstyle": f"arc3,rad={bend}"}
        axes.annotate("", end, start, arrowprops=style)
    axes.text(7.85, 2.12, "learns from its errors", ha="center", color=GREEN, fontsize=9)
    axes.text(5.9, -0.55, "learns what passes for real", ha="center", color=GREEN, fontsize=9)
    axes.set(xlim=(0, 9.8), ylim=(-0.75, 2.35))
    axes.axis("off")
    plt.show()


def best_discriminator(real: np.ndarray, fake: np.ndarray) -> np.ndarray:
    """The probability of "real" that is right at each point, given the two densities there."""
    return real / (real + fake)


def plot_two_distributions() -> None:
    """Plot a generator's distribution as it comes to meet the data's, and the best discriminator each time."""
    import matplotlib.pyplot as plt

    x = np.linspace(-5, 5, 300)
    real = _bell(x, 1, 0.8)
    _, panels = plt.subplots(1, 3, figsize=(9, 2.6), sharey=True, layout="constrained")
    stages = {"at first": (-2, 1.0), "later": (0, 1.2), "in the end": (1, 0.8)}
    for panel, (title, (mean, deviation)) in zip(panels, stages.items(), strict=True):
        fake = _bell(x, mean, deviation)
        panel.fill_between(x, real, color=BLUE, alpha=0.35, label="real")
        panel.fill_between(x, fake, color=ORANGE, alpha=0.35, label="generated")
        panel.plot(x, best_discriminator(real, fake), "--", color="black", label="best discriminator")
        panel.set(title=title, xlabel="x", ylim=(0, 1.05))
    panels[-1].legend(frameon=False, fontsize=8, loc="upper left")
    plt.show()


def _bell(x: np.ndarray, mean: float, deviation: float) -> np.ndarray:
    return np.exp(-(((x - mean) / deviation) ** 2) / 2) / (deviation * np.sqrt(2 * np.pi))


def plot_tallies(tallies: dict[str, list[np.ndarray]], updates: int) -> None:
    """Plot side by side how many images the judge could read round by round, and which digits they show.

    Args:
        tallies: for each training its counts (10,) of the digits after every round.
        updates: number of updates of a round.
    """
    import matplotlib.pyplot as plt

    _, panels = plt.subplots(1, len(tallies), figsize=(9, 3), sharey=True, layout="constrained")
    colors = plt.get_cmap("tab10").colors
    for panel, (title, tally) in zip(np.ravel(panels), tallies.items(), strict=True):
        counts = np.array(tally).T
        rounds = updates * np.arange(1, counts.shape[1] + 1)
        below = np.zeros(counts.shape[1])
        for digit, count in enumerate(counts):
            panel.bar(rounds, count, 0.9 * updates, below, color=colors[digit], label=str(digit))
            below = below + count
        panel.set(title=title, xlabel="updates")
    np.ravel(panels)[0].set_ylabel("legible images")
    np.ravel(panels)[-1].legend(
        loc="center left", bbox_to_anchor=(1, 0.5), frameon=False, fontsize=8, reverse=True
    )
    plt.show()


def show_progress(pages: list[np.ndarray], updates: int) -> None:
    """Show a generator's progress as an animation that plays wherever pictures are shown, without a kernel.

    Args:
        pages: what the generator made of the same noise, each (n, 28, 28) with values from 0 to 1.
        updates: number of updates between two pages; the first page is from before the training.
    """
    from IPython.display import Image, display

    # A browser knows a GIF by its bytes. Called a PNG, it is shown by every viewer of notebooks.
    display(Image(progress_gif(pages, updates), format="png"))


def progress_gif(pages: list[np.ndarray], updates: int, columns: int = 8) -> bytes:
    """An animated GIF of at most 24 pages, closer together at the beginning, each with its number of updates."""
    from PIL import Image, ImageDraw

    last = len(pages) - 1
    places = np.unique(np.round(last * np.linspace(0, 1, min(MOST_FRAMES, last + 1)) ** 2).astype(int))
    frames = []
    for place in places:
        grid = np.reshape(pages[place], (-1, columns, 28, 28)).swapaxes(1, 2).reshape(-1, 28 * columns)
        shades = np.round((1 - np.clip(grid, 0, 1)) * (GREYS - 1)).astype(np.uint8)
        shades = np.pad(
            shades.repeat(2, axis=0).repeat(2, axis=1), ((24, 4), (4, 4)), constant_values=GREYS - 1
        )
        frame = Image.fromarray(shades, mode="P")
        frame.putpalette(np.linspace(0, 255, GREYS).astype(np.uint8).repeat(3).tobytes())
        ImageDraw.Draw(frame).text((6, 4), f"after {updates * place:,} updates", fill=0, font_size=14)
        frames.append(frame)
    durations = [350] * (len(frames) - 1) + [4000]  # milliseconds; the last frame stays
    file = io.BytesIO()
    frames[0].save(
        file, "GIF", save_all=True, append_images=frames[1:], duration=durations, loop=0, optimize=False
    )
    return file.getvalue()
