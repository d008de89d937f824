import io

import numpy as np
import pytest

from hiddenlayers.pictures import adversaries


@pytest.fixture
def plt(monkeypatch):
    """pyplot without a window; the figure stays open for the test."""
    pyplot = pytest.importorskip("matplotlib.pyplot")
    pyplot.switch_backend("agg")
    monkeypatch.setattr(pyplot, "show", lambda: None)
    yield pyplot
    pyplot.close("all")


@pytest.fixture
def pages():
    return list(np.random.default_rng(1).uniform(size=(41, 24, 28, 28)))


def test_the_players_and_what_they_see_are_named(plt):
    adversaries.draw_two_players()
    texts = {text.get_text() for text in plt.gca().texts}
    assert {"noise", "generator", "fake images", "real images", "discriminator"} <= texts


def test_the_best_discriminator_can_only_guess_once_the_distributions_are_the_same(plt):
    assert adversaries.best_discriminator(np.array([0.3, 0.2]), np.array([0.1, 0.2])) == pytest.approx(
        [0.75, 0.5]
    )
    adversaries.plot_two_distributions()
    first, _, last = (panel.lines[0].get_ydata() for panel in plt.gcf().axes)
    assert np.ptp(first) > 0.9
    assert last == pytest.approx(np.full(len(last), 0.5))


def test_a_bar_is_as_high_as_the_images_that_could_be_read(plt):
    tallies = {"one": [np.eye(10, dtype=int)[3] * 7, np.full(10, 5)], "none": [np.zeros(10, dtype=int)] * 2}
    adversaries.plot_tallies(tallies, updates=100)
    left, right = plt.gcf().axes
    heights = np.array([[bar.get_height() for bar in digit] for digit in left.containers])
    assert heights[:, 0] == pytest.approx(7 * np.eye(10)[3])
    assert heights[:, 1] == pytest.approx(np.full(10, 5))
    assert max(bar.get_y() + bar.get_height() for bar in left.patches) == 50
    assert sum(bar.get_height() for bar in right.patches) == 0


def test_the_animation_is_a_small_gif_with_first_and_last_page(pages):
    image = pytest.importorskip("PIL.Image")
    data = adversaries.progress_gif(pages, updates=100)
    assert data[:6] == b"GIF89a"
    assert len(data) <= 600_000  # noise is the worst to compress
    animation = image.open(io.BytesIO(data))
    assert 20 <= animation.n_frames <= adversaries.MOST_FRAMES
    for frame, page in ((0, pages[0]), (animation.n_frames - 1, pages[-1])):
        animation.seek(frame)
        shown = 1 - np.asarray(animation.convert("L"))[24:80:2, 4:60:2] / 255
        assert shown == pytest.approx(page[0], abs=0.6 / (adversaries.GREYS - 1))


def test_a_short_training_shows_every_page(pages):
    image = pytest.importorskip("PIL.Image")
    assert image.open(io.BytesIO(adversaries.progress_gif(pages[:2], updates=100))).n_frames == 2


def test_the_animation_is_shown_as_a_picture_that_every_viewer_takes(pages, monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", shown.append)
    adversaries.show_progress(pages[:2], updates=100)
    (image,) = shown
    assert image._repr_png_()[:6] in ("R0lGOD", b"GIF89a")  # base64 or bytes, by IPython's version
