import itertools

import pytest

from hiddenlayers.pictures import blocks

plt = pytest.importorskip("matplotlib.pyplot")


def test_the_three_blocks_stand_side_by_side_and_no_two_boxes_overlap(monkeypatch):
    monkeypatch.setattr(plt, "show", lambda: None)
    blocks.draw_blocks()
    axes = plt.gcf().axes
    assert [axis.get_title() for axis in axes] == ["VGG", "GoogLeNet (Inception)", "ResNet"]
    for axis, boxes in zip(axes, (3, 8, 3), strict=True):
        frames = [patch.get_bbox() for patch in axis.patches]
        assert len(frames) == boxes
        for one, other in itertools.combinations(frames, 2):
            assert not one.overlaps(other)
    plt.close("all")
