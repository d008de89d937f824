import numpy as np
import pytest
from matplotlib.colors import to_rgba

from hiddenlayers.pictures import BLUE, ORANGE, latent


@pytest.fixture
def plt(monkeypatch):
    """pyplot without a window; the figure stays open for the test."""
    pyplot = pytest.importorskip("matplotlib.pyplot")
    pyplot.switch_backend("agg")
    monkeypatch.setattr(pyplot, "show", lambda: None)
    yield pyplot
    pyplot.close("all")


def test_the_hourglass_has_a_bar_for_each_layer_and_marks_the_code(plt):
    latent.draw_hourglass([784, 128, 32, 128, 784])
    (axes,) = plt.gcf().axes
    colors = [bar.get_facecolor() for bar in axes.patches[:5]]
    assert colors == [to_rgba(ORANGE if place == 2 else BLUE) for place in range(5)]
    heights = [bar.get_height() for bar in axes.patches[:5]]
    assert heights == heights[::-1]
    assert heights[0] > heights[1] > heights[2]
    words = [text.get_text() for text in axes.texts if text.get_text()]
    assert words == ["784", "128", "32", "128", "784", "encoder", "code", "decoder"]


def test_points_are_shown_from_two_sides(plt):
    points = np.random.default_rng(1).normal(size=(20, 3))
    latent.show_points(points, np.arange(20))
    views = plt.gcf().axes
    assert [len(view.collections[0].get_offsets()) for view in views] == [20, 20]
    assert len({(view.elev, view.azim) for view in views}) == 2


def test_the_decoded_images_lie_as_their_codes_do(plt):
    codes = np.stack(np.meshgrid(np.linspace(0, 1, 21), np.linspace(0, 10, 21)), axis=-1).reshape(-1, 2)
    labels = np.arange(len(codes)) % 3

    def decoder(grid):
        return np.repeat(grid[:, :1] + 100 * grid[:, 1:], 784, axis=1)

    latent.draw_latent_space(decoder, codes, labels, ("one", "two", "three"), steps=4)
    left, right = plt.gcf().axes
    assert [text.get_text() for text in left.get_legend().get_texts()] == ["one", "two", "three"]
    assert sum(len(group.get_offsets()) for group in left.collections) == len(codes)
    image = np.asarray(right.images[0].get_array())
    assert image.shape == (4 * 28, 4 * 28)
    assert image[0, 0] > image[-1, 0]  # the second number grows upwards
    assert image[0, 0] < image[0, -1]  # the first number grows to the right
    assert (image[:28, :28] == image[0, 0]).all()
