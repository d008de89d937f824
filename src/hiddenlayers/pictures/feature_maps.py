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
                axis.add_patch(Rectangle(corner, side, side, facecolor="#dbe9f4", edgecolor=BLUE, linewidth=0.8))
            width = side + (depth - 1) * shift
        else:
            width, height = 3.0, 6 + 14 * np.log10(shape[0])
            axis.add_patch(
                Rectangle((left, -height / 2), width, height, facecolor="#f8dfd0", edgecolor=ORANGE, linewidth=0.8)
            )
        axis.text(left, -tallest / 2 - 9, "×".join(map(str, shape)), fontsize=9)
        axis.text(left, -tallest / 2 - 4, kind.removesuffix("2D"), fontsize=8, rotation=-35, va="top", alpha=0)
        left += max(width, 12.0) + 7
    axis.set(xlim=(-2, left), ylim=(-tallest / 2 - 14, tallest / 2 + 12))
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

    maps, rows = np.asarray(image)[None], []
    for layer in model.layers:
        maps = np.asarray(layer(maps))
        if maps.ndim != 4:
            break
        rows.append((layer.name, maps[0]))
    columns = max(stack.shape[-1] for _, stack in rows)
    figure, axes = plt.subplots(
        len(rows) + 1, columns, figsize=(0.62 * columns, 0.78 * (len(rows) + 1)), squeeze=False
    )
    for axis in axes.flat:
        axis.axis("off")
    axes[0, 0].imshow(image, cmap="gray_r")
    axes[0, 0].set_title("image", fontsize=9, loc="left")
    for (name, stack), row in zip(rows, axes[1:], strict=True):
        row[0].set_title(f"{name} {'×'.join(map(str, stack.shape))}", fontsize=9, loc="left")
        for number in range(stack.shape[-1]):
            row[number].imshow(stack[:, :, number], cmap="gray_r")
    figure.tight_layout(h_pad=0.3, w_pad=0.2)
    plt.show()
