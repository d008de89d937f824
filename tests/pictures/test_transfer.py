import io

import numpy as np
import pytest
from PIL import Image

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


def test_in_a_notebook_photos_are_shown_in_few_colors_and_few_bytes(drawn, monkeypatch):
    pictures = []
    noise = np.random.default_rng(1).uniform(0, 255, size=(128, 128, 3))
    full = io.BytesIO()
    drawn(transfer.show_photos, [noise], ["noise"]).savefig(full, bbox_inches="tight")
    monkeypatch.setattr(plt, "get_backend", lambda: "module://matplotlib_inline.backend_inline")
    monkeypatch.setattr(transfer, "_display_png", pictures.append)
    transfer.show_photos([noise], ["noise"])
    assert not plt.get_fignums()[1:]  # shown once, not a second time at the cell's end
    (picture,) = pictures
    with Image.open(io.BytesIO(picture)) as small, Image.open(full) as large:
        assert small.size == large.size
        assert len(small.getcolors()) <= transfer.COLORS
        difference = np.abs(np.asarray(small.convert("RGB"), float) - np.asarray(large.convert("RGB")))
    assert difference.mean() < 10
    assert len(picture) < len(full.getvalue()) / 2


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
