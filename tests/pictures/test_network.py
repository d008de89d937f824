import io
import os
import subprocess
import sys

import pytest

from hiddenlayers import session
from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.pictures import network

keras = pytest.importorskip("keras")
plt = pytest.importorskip("matplotlib.pyplot")


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    """No window opens, no figure stays, and messages are in English."""
    monkeypatch.setattr(session, "_language", "en")
    shown = []
    monkeypatch.setattr(plt, "show", lambda: shown.append(plt.gcf()))
    plt.switch_backend("agg")
    yield shown
    plt.close("all")


def with_shortcut():
    inputs = keras.Input(shape=(8,), name="features")
    hidden = keras.layers.Dense(16, activation="relu", name="hidden")(inputs)
    dropped = keras.layers.Dropout(0.25, name="dropped")(hidden)
    joined = keras.layers.Concatenate(name="joined")([dropped, inputs])
    return keras.Model(inputs, keras.layers.Dense(1, name="value")(joined))


def texts(figure):
    return [text.get_text() for text in figure.axes[0].texts]


def test_boxes_say_what_each_layer_is_and_where_it_stands():
    boxes = network.network_boxes(with_shortcut())
    assert [(box.kind, box.detail, box.name, box.shape, box.parameters, box.level) for box in boxes] == [
        ("InputLayer", "", "features", "None, 8", 0, 0),
        ("Dense", "relu", "hidden", "None, 16", 144, 1),
        ("Dropout", "0.25", "dropped", "None, 16", 0, 2),
        ("Concatenate", "", "joined", "None, 24", 0, 3),
        ("Dense", "", "value", "None, 1", 25, 4),
    ]


def test_boxes_know_which_outputs_they_take():
    boxes = {box.name: box for box in network.network_boxes(with_shortcut())}
    assert [source.name for source in boxes["joined"].sources] == ["dropped", "features"]
    assert boxes["features"].sources == []


def test_a_sequential_model_is_one_column():
    model = keras.Sequential(
        [keras.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax")]
    )
    boxes = network.network_boxes(model)
    assert [(box.kind, box.level) for box in boxes] == [("InputLayer", 0), ("Flatten", 1), ("Dense", 2)]
    assert boxes[2].detail == "softmax"


def test_a_layer_called_twice_and_one_that_other_models_use_are_drawn_where_this_model_calls_them():
    shared = keras.layers.Dense(4, name="shared")
    one, two = keras.Input((3,)), keras.Input((3,))
    keras.Model(one, shared(one))  # another model of the same layer
    both = keras.Model([one, two], keras.layers.Add()([shared(one), shared(two)]))
    kinds = [box.kind for box in network.network_boxes(both)]
    assert sorted(kinds) == ["Add", "Dense", "Dense", "InputLayer", "InputLayer"]


def test_a_drawing_names_every_layer():
    written = texts(network.draw_network(with_shortcut()))
    assert {"Dense relu", "Dropout 0.25", "hidden", "(None, 16)", "144 parameters"} <= set(written)
    assert len([text for text in written if text.endswith("parameters")]) == 2


def test_an_arrow_that_passes_other_layers_runs_outside_their_boxes():
    axis = network.draw_network(with_shortcut()).axes[0]
    (detour,) = axis.lines
    x, y = detour.get_data()
    assert max(x) > network.WIDTH / 2 + 0.1
    assert max(x) < axis.get_xlim()[1]
    assert y[0] > y[-1]
    plain = network.draw_network(keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)]))
    assert list(plain.axes[0].lines) == []


def test_a_model_without_input_shape_is_refused_with_a_cure():
    model = keras.Sequential([keras.layers.Dense(3)], name="shapeless")
    with pytest.raises(HiddenLayersError, match=r"shapeless: .* begin with keras\.Input"):
        network.show_network(model)


@pytest.mark.parametrize(("language", "words"), [("en", "drawing of our own"), ("ko", "이 강의의 그림")])
def test_without_graphviz_a_note_and_our_own_drawing_are_shown(monkeypatch, capsys, quiet, language, words):
    def missing(*_, **__):
        print("You must install pydot")
        raise ImportError("You must install pydot")

    monkeypatch.setattr(session, "_language", language)
    monkeypatch.setattr(keras.utils, "plot_model", missing)
    network.show_network(with_shortcut())
    output = capsys.readouterr().out
    assert words in output
    assert "Graphviz" in output
    assert "You must install" not in output
    assert "Dense relu" in texts(quiet[0])


def test_with_graphviz_keras_own_drawing_is_shown(monkeypatch, capsys, quiet):
    displayed = []
    picture = io.BytesIO()
    plt.figure(figsize=(1, 1)).savefig(picture, format="png")

    def draw(model, to_file, **_):
        with open(to_file, "wb") as file:
            file.write(picture.getvalue())

    monkeypatch.setattr(keras.utils, "plot_model", draw)
    monkeypatch.setattr("IPython.display.display", displayed.append)
    network.show_network(with_shortcut())
    assert [image.data for image in displayed] == [picture.getvalue()]
    assert quiet == []
    assert capsys.readouterr().out == ""


def test_importing_it_imports_neither_tensorflow_nor_matplotlib():
    code = "import sys, hiddenlayers.pictures.network as _; print({'keras', 'matplotlib'} & set(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", code], env=dict(os.environ), capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "set()"
