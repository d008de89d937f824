import numpy as np
import pytest

from hiddenlayers.datasets import digit_judges, mnist
from hiddenlayers.pictures import feature_maps

plt = pytest.importorskip("matplotlib.pyplot")


@pytest.fixture(autouse=True)
def stays_open(monkeypatch):
    """A drawing is left open for the test to look at, and closed afterwards."""
    monkeypatch.setattr(plt, "show", lambda: None)
    yield
    plt.close("all")


@pytest.fixture(scope="module")
def judge():
    return digit_judges.trained("sample")


def test_each_layer_is_drawn_with_its_output_shape(judge):
    feature_maps.draw_layers(judge)
    labels = [text.get_text().split("\n", 1) for text in plt.gca().texts]
    assert [shape for shape, _ in labels] == [
        *("28×28×1", "28×28×6", "14×14×6", "10×10×16", "5×5×16"),
        *("400", "120", "84", "10"),
    ]
    assert [kind for _, kind in labels][:4] == ["input", "Conv", "Max\npooling", "Conv"]


def test_each_feature_map_is_drawn_as_the_network_calculates_it(judge):
    image = mnist.offline_sample()[1][0][0][..., None].astype("float32") / 255
    feature_maps.draw_feature_maps(judge, image)
    drawn = [np.asarray(axis.images[0].get_array()) for axis in plt.gcf().axes]
    assert len(drawn) == 1 + 6 + 6 + 16 + 16
    np.testing.assert_array_equal(drawn[0], image[..., 0])
    first = np.asarray(judge.layers[0](image[None]))[0]
    np.testing.assert_allclose(np.stack(drawn[1:7], axis=-1), first, rtol=1e-5)


def test_kernels_share_one_scale_of_colours_around_zero(judge):
    kernels = judge.layers[0].get_weights()[0]
    feature_maps.draw_kernels(kernels)
    drawn = [axis.images[0] for axis in plt.gcf().axes if axis.images]
    assert len(drawn) == 6
    assert {image.get_clim() for image in drawn} == {(-np.abs(kernels).max(), np.abs(kernels).max())}
