"""What a convolutional network looks like inside: the sizes of its layers, its kernels, its feature maps."""

from typing import Any

import numpy as np

from hiddenlayers.pictures import BLUE, ORANGE


def draw_layers(model: Any) -> None:
    """Draw the output of each layer of a Sequential model as a stack of maps, or as a bar where it is a vector."""
    import matplotlib.pyplot as plt
    from matplotlib.patches import Rectangle

    shapes = [("input", model.input_shape[1:])]
    shapes += [(type(layer).__name__, layer.output.shape[1:]) for layer in model.layers]
    _, axis = plt.subplots(figsize=(10, 3.2))
    left, tallest = 0.0, model.input_shape[1]
    for kind, shape in shapes:
        if len(shape) == 3:
            side, depth = shape[0], shape[2]
            shift = 0.7  # of each map against the one behind it
            for number in reversed(range(depth)):
                corner = (left + number * shift, number * shift - side / 2)
                axis.add_patch(
                    Rectangle(corner, side, side, facecolor="#dbe9f4", edgecolor=BLUE, linewidth=0.8)
                )
            width = side + (depth - 1) * shift
        else:
            width, height = 3.0, 10 * np.log10(shape[0])
            axis.add_patch(
                Rectangle(
                    (left, -height / 2), width, height, facecolor="#f8dfd0", edgecolor=ORANGE, linewidth=0.8
                )
            )
        kind = kind.removesuffix("2D").replace("Pooling", "\npooling")
        label = f"{'×'.join(map(str, shape))}\n{kind}"
        axis.text(
            left + width / 2, -tallest / 2 - 3, label, fontsize=8, ha="center", va="top", linespacing=1.5
        )
        left += max(width, 13.0) + 9
    axis.set(xlim=(-4, left - 4), ylim=(-tallest / 2 - 16, tallest / 2 + 12))
    axis.set_aspect("equal")
    axis.axis("off")
    plt.show()


def draw_kernels(kernels: np.ndarray) -> None:
    """Draw the kernels of a layer that sees one channel: blue where ink counts in favour, red where against.

    Args:
        kernels: weights of shape (height, width, 1, filters).
    """
    import matplotlib.pyplot as plt

    limit = np.abs(kernels).max()
    figure, axes = plt.subplots(1, kernels.shape[-1], figsize=(1.2 * kernels.shape[-1] + 1.2, 1.5))
    for number, axis in enumerate(axes):
        drawn = axis.imshow(kernels[:, :, 0, number], cmap="RdBu", vmin=-limit, vmax=limit)
        axis.set_title(f"filter {number + 1}", fontsize=9)
        axis.axis("off")
    figure.colorbar(drawn, ax=axes, label="weight")
    plt.show()


def draw_feature_maps(model: Any, image: np.ndarray) -> None:
    """Draw an image and what each convolutional and pooling layer of a Sequential model makes of it.

    Args:
        model: a built Sequential model.
        image: shape (height, width, channels), as the model takes it.
    """
    import matplotlib.pyplot as plt

    maps = np.asarray(image)[None]
    rows = [("image", maps[0])]
    for layer in model.layers:
        maps = np.asarray(layer(maps))
        if maps.ndim == 4:
            rows.append((type(layer).__name__, maps[0]))
    tile, gap, label = 0.56, 0.06, 1.7  # inches
    width = label + (tile + gap) * max(stack.shape[-1] for _, stack in rows)
    height = (tile + gap) * len(rows)
    figure = plt.figure(figsize=(width, height))
    for row, (name, stack) in enumerate(rows):
        bottom = height - (row + 1) * (tile + gap)
        text = f"{name}\n{'×'.join(map(str, stack.shape))}"
        figure.text(
            (label - 0.12) / width, (bottom + tile / 2) / height, text, ha="right", va="center", fontsize=9
        )
        for number in range(stack.shape[-1]):
            left = label + number * (tile + gap)
            axis = figure.add_axes((left / width, bottom / height, tile / width, tile / height))
            axis.imshow(stack[:, :, number], cmap="gray_r", vmin=min(0, stack.min()), vmax=stack.max())
            axis.set(xticks=[], yticks=[])
            for spine in axis.spines.values():
                spine.set(visible=True, color="0.8")
    plt.show()
