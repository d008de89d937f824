"""Activation functions and their slopes: side by side, and one at a time with a point to move."""

import numpy as np

from hiddenlayers.pictures import BLUE, ORANGE
from hiddenlayers.pictures.explorer import show_explorer

REACH = 5.0  # the curves are drawn from -REACH to REACH


def plot_activations() -> None:
    """Draw six activation functions, and dashed the slope of each."""
    import matplotlib.pyplot as plt

    functions = _functions()
    _, axes = plt.subplots(2, 3, figsize=(8.5, 4.6), sharex=True, layout="constrained")
    for axis, name in zip(axes.flat, functions, strict=True):
        for z in _halves():
            values = functions[name](z)
            axis.plot(z, values, color=BLUE, linewidth=2, label="value")
            axis.plot(z, np.gradient(values, z), "--", color=ORANGE, label="slope")
        axis.set(title=name, ylim=(-1.3, 2.2), yticks=[-1, 0, 1, 2])
        axis.grid(alpha=0.3)
    axes[0, 0].legend(*_first_two(axes[0, 0]), loc="upper left", frameon=False)
    plt.show()


def show_activations() -> None:
    """Show one activation function with its tangent; a menu chooses the function, a slider moves the point."""
    import ipywidgets

    names = list(_functions())
    menu = ipywidgets.Dropdown(options=names, value="sigmoid", description="function")
    slider = ipywidgets.FloatSlider(value=2.0, min=-REACH, max=REACH, step=0.1, description="z")
    show_explorer(tangent_figure, menu, slider)


def tangent_figure(name: str, z: float):
    """A figure of the activation function `name`, with its value and slope at `z`."""
    from matplotlib.figure import Figure

    function = _functions()[name]
    value, slope = function(np.array([z]))[0], slope_at(name, z)
    figure = Figure(figsize=(5.5, 3))
    axis = figure.subplots()
    for half in _halves():
        axis.plot(half, function(half), color=BLUE, linewidth=2)
    near = np.array([z - 1.5, z + 1.5])
    axis.plot(near, value + slope * (near - z), "--", color=ORANGE)
    axis.plot(z, value, "o", color=ORANGE)
    axis.set(
        xlim=(-REACH, REACH),
        ylim=(-1.6, 3),
        xlabel="z",
        title=f"{name}({z:.1f}) = {value:.3f}, slope {slope:.3f}",
    )
    axis.grid(alpha=0.3)
    return figure


def slope_at(name: str, z: float) -> float:
    """The slope of the activation function `name` at `z`; at a kink or jump, the one to the right of it."""
    step = 1e-4
    low, high = _functions()[name](np.array([z + step, z + 3 * step]))
    return float((high - low) / (2 * step))


def _functions() -> dict:
    """The functions by name: from array to array, in Keras's own words but for the step, which it has not."""
    from keras import activations, ops

    def of_keras(function, **settings):
        return lambda z: ops.convert_to_numpy(function(ops.convert_to_tensor(z, dtype="float64"), **settings))

    return {
        "step": lambda z: (z > 0).astype(float),
        "sigmoid": of_keras(activations.sigmoid),
        "tanh": of_keras(activations.tanh),
        "ReLU": of_keras(activations.relu),
        "leaky ReLU": of_keras(activations.leaky_relu, negative_slope=0.1),
        "ELU": of_keras(activations.elu, alpha=1.0),
    }


def _halves() -> tuple[np.ndarray, np.ndarray]:
    """The inputs left and right of 0, where some functions jump or have a kink."""
    right = np.linspace(1e-6, REACH, 200)
    return -right[::-1], right


def _first_two(axis) -> tuple[list, list]:
    handles, labels = axis.get_legend_handles_labels()
    return handles[:2], labels[:2]
