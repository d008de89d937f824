"""A picture with sliders: what a page without a kernel gets, and what the sliders do."""

import base64

import pytest

from hiddenlayers.pictures import explorer

ipywidgets = pytest.importorskip("ipywidgets")
WIDGET = "application/vnd.jupyter.widget-view+json"


def draw(value):
    from matplotlib.figure import Figure

    figure = Figure(figsize=(2, 2))
    figure.subplots().plot([0, value], [0, 1])
    return figure


@pytest.fixture
def shown(monkeypatch):
    """The bundles that are displayed."""
    bundles = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: bundles.append(bundle))
    return bundles


def picture_of(bundle):
    return base64.b64decode(bundle["image/png"])


def test_the_picture_comes_with_the_widget_for_pages_that_know_none(shown):
    explorer.show_explorer(draw, ipywidgets.IntSlider(value=3, min=1, max=5))
    (bundle,) = shown
    assert picture_of(bundle).startswith(b"\x89PNG")
    assert WIDGET in bundle


def test_while_grading_there_is_a_picture_and_no_widget(shown, monkeypatch):
    monkeypatch.setenv("HIDDENLAYERS_PROFILE", "grading")
    explorer.show_explorer(draw, ipywidgets.IntSlider(value=3, min=1, max=5))
    (bundle,) = shown
    assert "image/png" in bundle
    assert WIDGET not in bundle


def test_moving_a_slider_draws_the_picture_anew(monkeypatch):
    boxes = []
    make_box = ipywidgets.VBox
    monkeypatch.setattr(ipywidgets, "VBox", lambda parts: boxes.append(make_box(parts)) or boxes[-1])
    slider = ipywidgets.IntSlider(value=3, min=1, max=5)
    explorer.show_explorer(draw, slider)
    ((_, picture),) = [box.children for box in boxes]
    before = picture.value
    slider.value = 5
    assert picture.value == explorer._png(draw(5)) != before
