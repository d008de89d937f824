"""What the drawings of text on its way through a network show."""

import pytest

from hiddenlayers.pictures import BLUE, GREEN, ORANGE, PINK, text

plt = pytest.importorskip("matplotlib.pyplot")
from matplotlib.colors import to_rgb  # noqa: E402  (only where matplotlib is)


@pytest.fixture(autouse=True)
def no_window():
    plt.switch_backend("agg")
    yield
    plt.close("all")


def boxes(color):
    return [patch for patch in plt.gca().patches if to_rgb(patch.get_facecolor()) == to_rgb(color)]


def words():
    return [word.get_text().replace("\n", " ") for word in plt.gca().texts]


def test_the_chain_leads_from_speech_to_speech_and_sentiment_is_a_part_of_understanding():
    text.draw_chain()
    links = [word for word in words() if word in CHAIN]
    assert links == CHAIN
    (sentiment,), (understanding,) = boxes(ORANGE), boxes(BLUE)
    below, above = (box.get_extents() for box in (sentiment, understanding))
    assert abs((below.x0 + below.x1) - (above.x0 + above.x1)) < 1
    assert below.y1 < above.y0


CHAIN = [
    "speech recognition",
    "natural language understanding",
    "the application decides",
    "natural language generation",
    "speech synthesis",
]


@pytest.mark.parametrize("sentence", ["good", "not boring but clever"])
def test_every_word_is_read_once_in_each_direction(sentence):
    text.draw_bidirectional(sentence.split())
    count = len(sentence.split())
    assert [word for word in words() if word in sentence.split()] == sentence.split()
    assert len(boxes(GREEN)) == len(boxes(BLUE)) == len(boxes(PINK)) == count
    assert len(boxes(ORANGE)) == 1


def test_one_chain_points_right_the_other_left():
    text.draw_bidirectional(["not", "bad", "at", "all"])
    arrows = [note for note in plt.gca().texts if getattr(note, "arrow_patch", None) is not None]
    level = {1: [], 2: []}
    for arrow in arrows:
        (x0, y0), (x1, y1) = arrow.xyann, arrow.xy
        if y0 == y1 and y0 in level:
            level[y0].append(x1 - x0)
    assert len(level[1]) == len(level[2]) == 3
    assert min(level[1]) > 0 > max(level[2])
