import pytest

from hiddenlayers.pictures.flow import draw_flow
from hiddenlayers.pictures.neurons import draw_network, draw_perceptron

plt = pytest.importorskip("matplotlib.pyplot")


@pytest.fixture(autouse=True)
def closed():
    plt.switch_backend("Agg")
    yield
    plt.close("all")


def texts():
    return [text.get_text() for text in plt.gca().texts]


def test_a_perceptron_shows_inputs_weights_sum_and_activation():
    draw_perceptron()
    assert {"$x_1$", "$x_3$", "$w_1$", "$w_3$", r"$\Sigma$", "$f$", "activation"} <= set(texts())


def test_a_network_joins_every_circle_with_every_one_of_the_next_layer():
    draw_network([3, 4, 2], ["in", "hidden", "out"])
    assert len(plt.gca().patches) == 9
    assert len(plt.gca().lines) == 3 * 4 + 4 * 2


def test_a_large_layer_is_drawn_with_a_gap():
    draw_network([10, 16, 1], ["in", "hidden", "out"])
    assert len(plt.gca().patches) == 6 + 6 + 1
    assert texts().count("⋮") == 2


def test_a_flow_names_its_rows_and_leads_back_in_a_loop():
    draw_flow({"one step": ["forward", "loss", "update"]}, loop=True)
    assert {"one step", "forward", "loss", "update"} <= set(texts())
    arrows = [text for text in plt.gca().texts if getattr(text, "arrow_patch", None)]
    assert len(arrows) == 3
