import numpy as np
import pytest

from hiddenlayers.pictures import transfer

plt = pytest.importorskip("matplotlib.pyplot")


@pytest.fixture
def drawn(monkeypatch):
    """Calls a drawing function and returns the figure that it would have shown."""
    monkeypatch.setattr(plt, "show", lambda: None)

    def draw(function, *arguments, **keywords):
        plt.close("all")
        function(*arguments, **keywords)
        return plt.gcf()

    yield draw
    plt.close("all")


def test_photos_stand_in_rows_under_their_titles(drawn):
    photos = [np.full((8, 6, 3), value, dtype="float32") for value in (0, 100, 255, 300)]
    figure = drawn(transfer.show_photos, photos, ["a", "b", "c", "d"], columns=3)
    axes = figure.axes
    assert [axis.get_title() for axis in axes] == ["a", "b", "c", "d", "", ""]
    assert [len(axis.images) for axis in axes] == [1, 1, 1, 1, 0, 0]
    assert axes[1].images[0].get_array()[0, 0].tolist() == [100, 100, 100]
    assert axes[3].images[0].get_array().max() == 255


def test_no_photos_at_all_leave_an_empty_row(drawn):
    assert not any(axis.images for axis in drawn(transfer.show_photos, [], []).axes)


def test_the_backbone_is_drawn_twice_and_frozen_below(drawn):
    figure = drawn(transfer.draw_transfer)
    boxes = figure.axes[0].patches
    words = [text.get_text() for text in figure.axes[0].texts]
    assert {"head", "new head", "1,000 classes", "5 classes"} <= set(words)
    filled = [box for box in boxes if box.get_facecolor()[3] < 1]
    assert len(filled) == 5
    assert max(box.get_y() for box in filled) < 1


def test_no_two_boxes_of_the_strategies_overlap_and_each_holds_its_words(drawn):
    figure = drawn(transfer.draw_strategies)
    (axis,) = figure.axes
    figure.canvas.draw()
    boxes = [patch.get_window_extent() for patch in axis.patches]
    words = [text.get_window_extent() for text in axis.texts]
    assert len(boxes) == len(words) == 4
    for number, box in enumerate(boxes):
        assert box.containsx(words[number].x0)
        assert box.containsx(words[number].x1)
        assert not any(box.overlaps(other) for other in boxes[number + 1 :])
