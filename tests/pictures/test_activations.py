import pytest

pytest.importorskip("keras")

from hiddenlayers.pictures import activations


@pytest.mark.parametrize(
    ("name", "z", "value", "slope"),
    [
        ("step", 2.0, 1.0, 0.0),
        ("sigmoid", 0.0, 0.5, 0.25),
        ("tanh", 0.0, 0.0, 1.0),
        ("ReLU", -1.0, 0.0, 0.0),
        ("ReLU", 3.0, 3.0, 1.0),
        ("leaky ReLU", -2.0, -0.2, 0.1),
        ("ELU", -40.0, -1.0, 0.0),
    ],
)
def test_the_explorer_names_value_and_slope(name, z, value, slope):
    title = activations.tangent_figure(name, z).axes[0].get_title()
    assert title == f"{name}({z:.1f}) = {value:.3f}, slope {slope:.3f}"


def test_six_functions_are_drawn_each_with_its_slope(monkeypatch):
    plt = pytest.importorskip("matplotlib.pyplot")
    plt.switch_backend("Agg")
    activations.plot_activations()
    axes = plt.gcf().axes
    plt.close("all")
    assert [axis.get_title() for axis in axes] == ["step", "sigmoid", "tanh", "ReLU", "leaky ReLU", "ELU"]
    assert all(len(axis.lines) == 4 for axis in axes)  # value and slope, left and right of 0
