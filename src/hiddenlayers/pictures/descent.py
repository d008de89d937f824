"""Gradient descent to look at: three learning rates, loss surfaces, and a race of optimizers."""

import io

import numpy as np

from hiddenlayers.pictures import BLUE, GREEN, ORANGE, PINK
from hiddenlayers.pictures.explorer import show_explorer

START, TARGET = 10.0, 7.0  # the loss is (w - TARGET)^2, and every walk begins at START


def walk(rate: float, steps: int) -> np.ndarray:
    """Where gradient descent on (w - 7)^2 stands after 0, 1, … `steps` steps from w = 10.

    Each step multiplies the distance to 7 by 1 - 2 · rate.
    """
    return TARGET + (START - TARGET) * (1 - 2 * rate) ** np.arange(steps + 1)


def plot_learning_rates(rates: list[float], steps: int) -> None:
    """Draw walks down (w - 7)^2 side by side, one for each learning rate."""
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(1, len(rates), figsize=(2.9 * len(rates), 2.8), sharey=True, layout="constrained")
    for axis, rate in zip(axes, rates, strict=True):
        _draw_walk(axis, rate, steps)
    axes[0].set_ylabel("loss")
    plt.show()


def show_learning_rate() -> None:
    """Show a walk down (w - 7)^2; sliders choose the learning rate and the number of steps."""
    import ipywidgets

    rate = ipywidgets.FloatSlider(
        value=0.8, min=0.01, max=1.1, step=0.01, description="rate", continuous_update=False
    )
    steps = ipywidgets.IntSlider(value=8, min=1, max=40, description="steps", continuous_update=False)
    show_explorer(walk_figure, rate, steps)


def walk_figure(rate: float, steps: int):
    """A figure of the walk with this learning rate, and of its loss after each step."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 2.9), layout="constrained")
    left, right = figure.subplots(1, 2)
    _draw_walk(left, rate, steps)
    left.set_ylabel("loss")
    losses = (walk(rate, steps) - TARGET) ** 2
    right.plot(losses, "o-", color=ORANGE, markersize=4)
    right.set(xlabel="step", ylabel="loss", title=f"after {steps} steps: {losses[-1]:.3g}")
    return figure


def _draw_walk(axis, rate: float, steps: int) -> None:
    w = walk(rate, steps)
    reach = max(4.0, 1.1 * np.abs(w - TARGET).max())
    curve = np.linspace(TARGET - reach, TARGET + reach, 200)
    axis.plot(curve, (curve - TARGET) ** 2, color="0.7")
    axis.plot(w, (w - TARGET) ** 2, "o-", color=ORANGE, markersize=4, linewidth=1)
    axis.plot(w[0], (w[0] - TARGET) ** 2, "o", color=BLUE)
    axis.set(title=f"learning rate {rate:g}", xlabel="w")


def plot_loss_surfaces() -> None:
    """Draw a bowl, a surface with a local minimum and one with a saddle point, each with the critical point marked."""
    import matplotlib.pyplot as plt

    x, y = np.meshgrid(np.linspace(-2, 2, 31), np.linspace(-2, 2, 31))
    well = 0.25 * x**4 - x**2 + 0.3 * x  # a deep valley at x = -1.48, a shallow one at x = 1.33
    surfaces = {
        "bowl": (x**2 + y**2, [(0, 0, 0, GREEN)]),
        "local minimum": (well + 0.6 * y**2, [(-1.485, 0, -1.435, GREEN), (1.329, 0, -0.588, PINK)]),
        "saddle point": (x**2 - y**2, [(0, 0, 0, PINK)]),
    }
    figure = plt.figure(figsize=(9, 3))
    for number, (title, (z, marks)) in enumerate(surfaces.items(), start=1):
        axis = figure.add_subplot(1, 3, number, projection="3d", computed_zorder=False)
        axis.plot_surface(x, y, z, cmap="Blues_r", antialiased=False)
        for *place, color in marks:
            axis.scatter(*place, color=color, s=60, depthshade=False, edgecolor="black")
        axis.set(title=title, xticks=[], yticks=[], zticks=[], xlabel="$w_1$", ylabel="$w_2$")
        axis.view_init(elev=32, azim=-62)
    figure.subplots_adjust(left=0, right=1, bottom=0.02, top=0.9, wspace=0)
    plt.show()


# --- the race --------------------------------------------------------------------------------------------------

RACE_START = (-9.0, 2.4)
RACE_STEPS = 35
RACE_COLORS = ["#000000", "#999999", BLUE, "#E69F00", GREEN, PINK, ORANGE]


def race(steps: int = RACE_STEPS) -> dict[str, np.ndarray]:
    """The paths of Keras's optimizers down the valley x²/20 + y², by name, each of shape (steps + 1, 2).

    SGD alone sees noise in its gradient, as if it looked at another batch in every step. The learning rates are
    chosen so that all seven fit into one picture.
    """
    import keras

    optimizers = {
        "GD": keras.optimizers.SGD(0.9),
        "SGD": keras.optimizers.SGD(0.9),
        "momentum": keras.optimizers.SGD(0.1, momentum=0.9),
        "NAG": keras.optimizers.SGD(0.1, momentum=0.9, nesterov=True),
        "Adagrad": keras.optimizers.Adagrad(1.5, initial_accumulator_value=0.0),
        "RMSprop": keras.optimizers.RMSprop(0.3),
        "Adam": keras.optimizers.Adam(0.5),
    }
    noise = np.random.default_rng(1).normal(scale=0.3, size=(steps, 2))
    return {
        name: _path(optimizer, noise if name == "SGD" else np.zeros((steps, 2)))
        for name, optimizer in optimizers.items()
    }


def _path(optimizer, noise: np.ndarray) -> np.ndarray:
    import keras

    place = keras.Variable(RACE_START, dtype="float32")
    path = [np.array(RACE_START)]
    for shift in noise:
        x, y = path[-1]
        gradient = np.array([x / 10, 2 * y]) + shift
        optimizer.apply([keras.ops.convert_to_tensor(gradient, dtype="float32")], [place])
        path.append(keras.ops.convert_to_numpy(place))
    return np.array(path)


def valley(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The loss of the race."""
    return x**2 / 20 + y**2


def show_race() -> None:
    """Show the race as an animation that plays wherever pictures are shown, without a kernel."""
    from IPython.display import Image, display

    # A browser knows a GIF by its bytes. Called a PNG, it is shown by every viewer of notebooks.
    display(Image(race_gif(race()), format="png"))


def race_gif(paths: dict[str, np.ndarray]) -> bytes:
    """An animated GIF of the race: the paths on the valley, and the loss after each step."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from PIL import Image

    figure = Figure(figsize=(8, 3.4), dpi=80, facecolor="white")
    figure.subplots_adjust(left=0.07, right=0.98, bottom=0.15, top=0.91, wspace=0.23)
    canvas = FigureCanvasAgg(figure)
    left, right = figure.subplots(1, 2, width_ratios=[1.5, 1])
    x, y = np.meshgrid(np.linspace(-10, 4, 120), np.linspace(-3, 3, 80))
    left.contour(x, y, valley(x, y), levels=np.geomspace(0.03, 12, 10), colors="0.85", linewidths=0.8)
    left.plot(0, 0, "*", color="black", markersize=9)
    left.set(xlim=(-10, 4), ylim=(-3, 3), xlabel="$w_1$", ylabel="$w_2$")
    right.set(xlim=(0, len(paths["GD"]) - 1), ylim=(1e-5, 20), yscale="log", xlabel="step", ylabel="loss")
    colors = dict(zip(paths, RACE_COLORS, strict=True))
    title = left.set_title("step 0", fontsize=11)
    trails = {name: left.plot([], [], color=color, animated=True)[0] for name, color in colors.items()}
    heads = {name: left.plot([], [], "o", color=color, animated=True)[0] for name, color in colors.items()}
    losses = {
        name: right.plot([], [], color=color, animated=True, label=name)[0] for name, color in colors.items()
    }
    legend = right.legend(loc="lower left", fontsize=8, frameon=False, ncols=2)
    for line in legend.get_lines():
        line.set_linewidth(3)
    title.set_animated(True)
    canvas.draw()
    background = canvas.copy_from_bbox(figure.bbox)
    frames = []
    for step in range(len(paths["GD"])):
        canvas.restore_region(background)
        title.set_text(f"step {step}")
        for name, path in paths.items():
            trails[name].set_data(*path[: step + 1].T)
            heads[name].set_data(*path[step : step + 1].T)
            losses[name].set_data(np.arange(step + 1), valley(*path[: step + 1].T))
        for artist in (title, *trails.values(), *heads.values(), *losses.values()):
            artist.axes.draw_artist(artist)
        frames.append(Image.fromarray(np.array(canvas.buffer_rgba())).convert("RGB"))
    palette = Image.new("P", (1, 1))
    palette.putpalette(_race_palette())
    still = [frame.quantize(palette=palette, dither=Image.Dither.NONE) for frame in frames]
    durations = [150] * (len(still) - 1) + [4000]  # milliseconds; the last frame stays
    file = io.BytesIO()
    still[0].save(
        file, "GIF", save_all=True, append_images=still[1:], duration=durations, loop=0, optimize=False
    )
    return file.getvalue()


def _race_palette() -> list[int]:
    """Greys, and each colour of the race in full and halfway to white: few colours make a small file."""
    from matplotlib.colors import to_rgb

    greys = [(grey, grey, grey) for grey in np.linspace(1, 0, 9)]
    full = [np.array(to_rgb(color)) for color in RACE_COLORS[2:]]
    colors = np.array([*greys, *full, *[(color + 1) / 2 for color in full]])
    return np.round(255 * colors).astype(int).ravel().tolist()
