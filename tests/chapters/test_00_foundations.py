"""What chapter 00 says of its own network, shown by the chapter's own cells."""

import numpy as np
import pytest

from tests.chapters.narrative import run_narrative

CHAPTER = "00-foundations"


@pytest.fixture(scope="module")
def evaluated():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HIDDENLAYERS_PROFILE", "learner")
        return run_narrative(CHAPTER, until="test_accuracy")


def test_numpy_gradients_agree_with_tensorflows_to_five_places(evaluated):
    ours = evaluated["backpropagate"](evaluated["x_fit_scaled"], evaluated["y_fit"], evaluated["network"])
    assert sum(gradient.size for gradient in ours) == 193
    for mine, theirs in zip(ours, evaluated["by_tensorflow"], strict=True):
        assert np.abs(mine - np.asarray(theirs)).max() < 1e-5
        assert np.abs(mine).max() > 1e-3  # nothing agrees by being 0


def test_the_split_is_6_2_2_and_the_scale_comes_from_the_training_set(evaluated):
    parts = [evaluated[name] for name in ("x_fit_scaled", "x_val_scaled", "x_test_scaled")]
    total = sum(map(len, parts))
    assert [round(len(part) / total, 1) for part in parts] == [0.6, 0.2, 0.2]
    assert (parts[0].min(), parts[0].max()) == (0, 1)
    assert parts[2].min() < 0  # a test value outside, as the text says


def test_the_network_finds_what_a_linear_model_needs_to_be_told(evaluated):
    x, y = evaluated["x_test_scaled"], evaluated["y_test"].ravel()
    linear = evaluated["linear"].score(x, y)
    hand_made = evaluated["hand_made"].score(evaluated["with_distance"](x), y)
    assert linear < 0.7
    assert hand_made > 0.75
    assert evaluated["test_accuracy"] > linear + 0.1


def test_sigmoids_let_the_signal_vanish_and_relus_do_not():
    sizes = run_narrative(CHAPTER, until="signal_sizes")["signal_sizes"]
    assert sizes("sigmoid")[0] < 1e-5
    assert sizes("ReLU")[0] > 0.1
    assert sizes("tanh")[0] > 1e-2
