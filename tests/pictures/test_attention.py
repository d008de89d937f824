"""What the drawings of attention show."""

import numpy as np
import pytest

from hiddenlayers.pictures import attention

plt = pytest.importorskip("matplotlib.pyplot")


@pytest.fixture(autouse=True)
def no_window():
    plt.switch_backend("agg")
    yield
    plt.close("all")


def panels():
    return plt.gcf().axes


def words(panel):
    return [text.get_text() for text in panel.texts if text.get_text()]


def arrows(panel):
    """From where to where each arrow of a panel points."""
    return [(np.array(t.xyann), np.array(t.xy)) for t in panel.texts if getattr(t, "arrow_patch", None)]


def between_rows(panel):
    return [(start, end) for start, end in arrows(panel) if end[1] > start[1]]


def test_one_arrow_leads_through_the_bottleneck_and_one_from_each_word_with_attention():
    attention.draw_bottleneck(["a", "b", "c"], ["x", "y"])
    through_one, attending = panels()
    for panel in (through_one, attending):
        assert {"a", "b", "c", "x", "y"} <= set(words(panel))
    assert len(between_rows(through_one)) == 1
    assert len(between_rows(attending)) == 3


def test_a_block_has_a_way_around_each_half():
    attention.draw_block()
    (panel,) = panels()
    assert words(panel).count("skip connection") == 2
    order = [
        name for name in words(panel) if name in ("multi-head\nattention", "two dense\nlayers", "sigmoid")
    ]
    assert order == ["multi-head\nattention", "two dense\nlayers", "sigmoid"]


def test_masks_hide_padding_and_what_is_to_come():
    attention.draw_masks(length=5, words=3)
    seen = {
        panel.get_title(): np.asarray(panel.collections[0].get_array()).reshape(5, 5).astype(bool)
        for panel in panels()
    }
    assert seen["no mask"].all()
    assert seen["padding"].sum(axis=1).tolist() == [3] * 5
    assert seen["causal"].sum(axis=1).tolist() == [1, 2, 3, 4, 5]
    assert seen["both"].sum(axis=1).tolist() == [1, 2, 3, 3, 3]


def test_weights_are_drawn_a_head_a_panel_with_the_words_on_both_sides():
    heads = np.random.default_rng(1).dirichlet(np.ones(3), size=(2, 3))
    attention.draw_weights(["a", "b", "c"], heads)
    first, second = panels()[:2]
    assert np.allclose(second.images[0].get_array(), heads[1])
    for labels in (first.get_xticklabels(), first.get_yticklabels()):
        assert [label.get_text() for label in labels] == ["a", "b", "c"]


def test_pre_training_comes_before_fine_tuning():
    attention.draw_training_stages()
    (panel,) = panels()
    places = {text.get_text(): text.get_position()[0] for text in panel.texts}
    assert places["pre-training"] < places["fine-tuning"] < places["reinforcement\nlearning"]
    assert all(end[0] > start[0] for start, end in arrows(panel))


def test_the_circle_of_reinforcement_learning_names_its_five_words():
    attention.draw_agent()
    (panel,) = panels()
    assert {"agent", "environment", "action", "state and reward"} <= set(words(panel))
    there, back = (np.sign((end - start)[0]) for start, end in arrows(panel))
    assert (there, back) == (1, -1)
