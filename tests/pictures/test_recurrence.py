"""What the drawings of recurrent networks show."""

import numpy as np
import pytest

from hiddenlayers.pictures import BLUE, GREEN, ORANGE, recurrence

plt = pytest.importorskip("matplotlib.pyplot")
from matplotlib.colors import to_rgb  # noqa: E402  (only where matplotlib is)


@pytest.fixture(autouse=True)
def no_window():
    plt.switch_backend("agg")
    yield
    plt.close("all")


def panels():
    return plt.gcf().axes


def boxes(panel, color):
    """The centres of a panel's boxes of one colour."""
    extents = [
        patch.get_extents().transformed(panel.transData.inverted())
        for patch in panel.patches
        if to_rgb(patch.get_facecolor()) == to_rgb(color)
    ]
    return sorted((round((box.x0 + box.x1) / 2), round((box.y0 + box.y1) / 2)) for box in extents)


def words(panel):
    return [text.get_text() for text in panel.texts]


def arrows(panel):
    """From where to where each arrow of a panel points."""
    return [
        (np.array(text.xyann), np.array(text.xy))
        for text in panel.texts
        if getattr(text, "arrow_patch", None) is not None
    ]


def test_the_four_patterns_differ_in_their_inputs_and_outputs():
    recurrence.draw_patterns()
    shown = {
        panel.get_title().split("\n")[0]: (
            [step for step, _ in boxes(panel, GREEN)],
            [step for step, _ in boxes(panel, ORANGE)],
        )
        for panel in panels()
    }
    assert shown == {
        "1:N": ([0], [0, 1, 2, 3]),
        "N:1": ([0, 1, 2, 3], [3]),
        "N:M": ([0, 1, 2], [2, 3, 4]),
        "N:N": ([0, 1, 2, 3], [0, 1, 2, 3]),
    }


def test_unrolled_layers_have_a_state_for_each_step():
    recurrence.draw_unrolled(steps=4, layers=2)
    (panel,) = panels()
    assert boxes(panel, GREEN) == [(step, 0) for step in range(4)]
    assert boxes(panel, BLUE) == [(step, layer) for step in range(4) for layer in (1, 2)]
    assert boxes(panel, ORANGE) == [(4, 2)]
    assert "$h^{(2)}_4$" in words(panel)


def test_unrolled_the_weights_are_named_once_for_each_use():
    recurrence.draw_unrolled(steps=5)
    (panel,) = panels()
    assert (words(panel).count("$W$"), words(panel).count("$U$")) == (5, 4)


@pytest.mark.parametrize("backward", [False, True])
def test_the_gradient_goes_the_other_way(backward):
    recurrence.draw_unrolled(steps=3, backward=backward)
    (panel,) = panels()
    ways = [np.sign((end - start).sum()) for start, end in arrows(panel)]
    assert len(ways) == 3 + 2 + 1
    assert set(ways) == {-1.0 if backward else 1.0}


def test_a_batch_shows_every_number_in_its_place():
    batch = np.arange(24).reshape(3, 4, 2)
    recurrence.draw_batch(batch)
    (panel,) = panels()
    places = {text.get_text(): text.get_position() for text in panel.texts}
    assert {str(number) for number in range(24)} <= set(places)
    assert (
        places["0"][0] == places["2"][0] < places["1"][0] < places["8"][0]
    )  # feature by feature, sheet by sheet
    assert places["0"][1] > places["2"][1]  # time runs downwards
    assert [word for word in words(panel) if word.startswith("sequence")] == [
        f"sequence {n}" for n in range(3)
    ]


def test_the_lstm_names_its_gates_and_states():
    recurrence.draw_lstm()
    (panel,) = panels()
    named = "\n".join(words(panel))
    for name in ("forget", "input", "candidate", "output", "$c_{t-1}$", "$c_t$", "$h_t$"):
        assert name in named
