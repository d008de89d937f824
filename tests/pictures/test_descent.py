import io

import numpy as np
import pytest

from hiddenlayers.pictures import descent


def test_rate_1_jumps_between_10_and_4_and_a_tenth_converges():
    assert descent.walk(1, 4).tolist() == [10, 4, 10, 4, 10]
    assert descent.walk(0.1, 2) == pytest.approx([10, 9.4, 8.92])
    assert abs(descent.walk(0.1, 40)[-1] - 7) < 1e-3
    assert descent.walk(0.01, 20)[-1] > 9


def test_each_step_goes_against_the_slope():
    w = descent.walk(0.3, 5)
    assert np.allclose(w[1:], w[:-1] - 0.3 * 2 * (w[:-1] - 7))


def test_the_figure_of_a_walk_ends_where_the_walk_does():
    left, right = descent.walk_figure(0.1, 12).axes
    assert left.lines[1].get_xdata()[-1] == pytest.approx(descent.walk(0.1, 12)[-1])
    assert len(right.lines[0].get_ydata()) == 13


@pytest.fixture(scope="module")
def paths():
    pytest.importorskip("keras")
    return descent.race()


def test_all_seven_start_together_and_come_down(paths):
    assert list(paths) == ["GD", "SGD", "momentum", "NAG", "Adagrad", "RMSprop", "Adam"]
    for path in paths.values():
        assert tuple(path[0]) == descent.RACE_START
        assert descent.valley(*path[-1]) < 0.1 * descent.valley(*path[0])


def test_in_the_race_gd_zigzags_and_momentum_swings(paths):
    assert (np.diff(np.sign(paths["GD"][:10, 1])) != 0).all()
    assert (paths["momentum"][:, 0] > 0.5).any()  # past the lowest point
    assert (np.diff(np.sign(paths["Adagrad"][:, 1])) == 0).all()


def test_the_animation_is_a_gif_of_every_step_in_400_kilobytes(paths):
    image = pytest.importorskip("PIL.Image")
    data = descent.race_gif(paths)
    assert data[:6] == b"GIF89a"
    assert len(data) <= 400_000
    animation = image.open(io.BytesIO(data))
    assert animation.n_frames == descent.RACE_STEPS + 1
    assert animation.info["loop"] == 0  # for ever
    assert animation.convert("RGB").getpixel((1, 1)) == (255, 255, 255)


def test_the_animation_is_shown_as_a_picture_that_every_viewer_takes(paths, monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", shown.append)
    monkeypatch.setattr(descent, "race", lambda: paths)
    descent.show_race()
    (image,) = shown
    assert image._repr_png_()[:6] in ("R0lGOD", b"GIF89a")  # base64 or bytes, by IPython's version
