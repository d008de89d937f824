import io

import numpy as np
import pytest

from hiddenlayers.datasets import digit_judges
from hiddenlayers.pictures import convolution

plt = pytest.importorskip("matplotlib.pyplot")


@pytest.fixture(autouse=True)
def stays_open(monkeypatch):
    """A drawing is left open for the test to look at, and closed afterwards."""
    monkeypatch.setattr(plt, "show", lambda: None)
    yield
    plt.close("all")


def texts(axis):
    return [text.get_text() for text in axis.texts]


def test_a_convolution_step_by_step_ends_with_what_keras_calculates():
    import keras

    image = np.random.default_rng(1).integers(0, 9, size=(5, 6))
    kernel = np.array([[1, 0, -1], [2, 3, -2]])
    convolution.draw_convolution(image, kernel, places=[0, 6, 15])
    below = plt.gcf().axes[5:]
    batch, weights = image[None, :, :, None].astype("float32"), kernel[:, :, None, None].astype("float32")
    expected = np.asarray(keras.ops.conv(batch, weights)).ravel()
    assert [len(texts(axis)) for axis in below] == [1, 7, 16]
    assert [float(number) for number in texts(below[-1])] == expected.tolist()


@pytest.mark.parametrize("size", [5, 6, 9])
@pytest.mark.parametrize("kernel_size", [2, 3])
def test_there_are_as_many_dots_as_places_that_keras_counts(size, kernel_size):
    import keras

    settings = [(stride, padding) for padding in ("valid", "same") for stride in (1, 2, 3)]
    convolution.draw_places(size, kernel_size, settings)
    for axis, (stride, padding) in zip(plt.gcf().axes, settings, strict=True):
        layer = keras.layers.Conv2D(1, kernel_size, strides=stride, padding=padding)
        _, height, width, _ = layer.compute_output_shape((None, size, size, 1))
        (dots,) = (line for line in axis.lines if line.get_marker() == "o")
        assert len(dots.get_xdata()) == height * width
        assert axis.get_title().endswith(f"{height}×{width} places")


def test_the_receptive_field_of_lenet_is_where_the_gradient_is():
    import tensorflow as tf

    layers = [("conv", 5, 1, "same"), ("pool", 2, 2, "valid")]
    layers += [("conv", 5, 1, "valid"), ("pool", 2, 2, "valid")]
    convolution.draw_receptive_field(28, layers)
    assert texts(plt.gca()) == [
        "image: 16 of 28",
        "conv: 12 of 28",
        "pool: 6 of 14",
        "conv: 2 of 10",
        "pool: 1 of 5",
    ]

    judge = digit_judges.untrained()
    reached = np.zeros((28, 28), bool)
    for seed in range(20):  # a maximum lets the gradient through at one place only
        image = tf.constant(np.random.default_rng(seed).random((1, 28, 28, 1), dtype="float32"))
        with tf.GradientTape() as tape:
            tape.watch(image)
            maps = image
            for layer in judge.layers[:4]:
                maps = layer(maps)
            number = tf.reduce_sum(maps[0, 2, 2])
        reached |= tape.gradient(number, image)[0, :, :, 0].numpy() != 0
    rows, columns = reached.any(axis=1).nonzero()[0], reached.any(axis=0).nonzero()[0]
    assert (rows.max() - rows.min() + 1, columns.max() - columns.min() + 1) == (16, 16)


@pytest.fixture
def explorer():
    image = np.zeros((20, 30))
    image[:, 15:] = 1
    return convolution._Explorer(image)


def test_where_no_kernel_runs_the_explorer_is_a_picture(explorer):
    bundle = explorer._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    picture = plt.imread(io.BytesIO(bundle["image/png"]))
    assert picture.shape[0] > 100
    assert picture.std() > 0.1


def test_a_choice_in_the_explorers_menu_changes_numbers_and_image_and_numbers_change_the_image(explorer):
    controls, shown = explorer._widget().children
    menu, *rows = controls.children
    cells = [cell for row in rows for cell in row.children]
    pictures = {shown.value}
    assert [cell.value for cell in cells] == np.ravel(convolution.KERNELS["vertical edges"]).tolist()
    menu.value = "horizontal edges"
    assert [cell.value for cell in cells] == np.ravel(convolution.KERNELS["horizontal edges"]).tolist()
    pictures.add(shown.value)
    cells[4].value = 5.0
    pictures.add(shown.value)
    assert len(pictures) == 3


def test_the_explorer_is_shown_by_display(explorer, monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", shown.append)
    convolution.show_kernel_explorer(explorer.image)
    assert len(shown) == 1
    assert np.array_equal(shown[0].image, explorer.image)
