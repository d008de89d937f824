import os
import subprocess
import sys

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_hex

from hiddenlayers.pictures import BLUE, GREEN, ORANGE
from hiddenlayers.pictures.time_series import draw_parts, draw_stack, draw_windows


@pytest.fixture(autouse=True)
def shown(monkeypatch):
    """The figures that were shown, kept open until the test is over."""
    plt.switch_backend("Agg")
    figures = []
    monkeypatch.setattr(plt, "show", lambda: figures.append(plt.gcf()))
    yield figures
    plt.close("all")


def texts(axis, color):
    """What is written on boxes of a colour, in order."""
    return [
        text.get_text()
        for text in axis.texts
        if text.get_bbox_patch() and to_hex(text.get_bbox_patch().get_facecolor()) == color.lower()
    ]


def test_each_window_is_followed_by_its_target(shown):
    draw_windows(np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]), window=3, count=2)
    (figure,) = shown
    _, rows = figure.axes
    assert texts(rows, BLUE) == ["1.0", "2.0", "3.0", "2.0", "3.0", "4.0"]
    assert texts(rows, ORANGE) == ["4.0", "5.0"]


def test_a_window_stands_below_its_days(shown):
    draw_windows(np.arange(8.0), window=4)
    curve, rows = shown[0].axes
    assert curve.lines[0].get_xdata().tolist() == list(range(7))
    assert [text.get_position() for text in rows.texts[:5]] == [(day, 0) for day in range(5)]
    assert rows.texts[5].get_position() == (1, -1)


def test_the_days_of_each_part_have_its_colour_and_unused_days_none(shown):
    draw_parts({"one": ["training", "", "test"], "two": ["training", "validation", "test"]})
    (axis,) = shown[0].axes
    drawn = {
        (bar.get_x() + bar.get_width() / 2, bar.get_y()): to_hex(bar.get_facecolor()) for bar in axis.patches
    }
    assert sorted(drawn) == sorted([(0, -0.35), (2, -0.35), (0, -1.35), (1, -1.35), (2, -1.35)])
    assert drawn[1, -1.35] == GREEN.lower()
    assert drawn[2, -0.35] == ORANGE.lower()
    assert [label.get_text() for label in axis.get_yticklabels()] == ["one", "two"]


def test_the_legend_names_only_parts_that_are_there(shown):
    draw_parts({"step": ["training", "test"]})
    (axis,) = shown[0].axes
    assert [text.get_text() for text in axis.get_legend().get_texts()] == ["training", "test"]


def test_every_layer_but_the_last_hands_on_its_sequence(shown):
    draw_stack(10, [8, 4])
    (axis,) = shown[0].axes
    assert texts(axis, BLUE) == ["LSTM 8", "LSTM 4"] * 4
    assert texts(axis, ORANGE) == ["Dense 1"]
    written = [text.get_text() for text in axis.texts]
    assert written.count("return_sequences=True") == 1
    assert written.count("last output only") == 1
    assert "day 10" in written


def test_importing_it_imports_neither_tensorflow_nor_matplotlib():
    code = (
        "import sys, hiddenlayers.pictures.time_series\n"
        "assert not {'tensorflow', 'keras', 'matplotlib'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], env=dict(os.environ), check=True)
