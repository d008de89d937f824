"""What chapter 02 says of its own network, shown by the chapter's own cells."""

import os
from pathlib import Path

import pytest

from hiddenlayers import session
from hiddenlayers.authoring.chapter import read_chapter
from hiddenlayers.datasets import store

CHAPTER = Path(__file__).parents[2] / "chapters" / "02-mnist-dnn.py"
GIVEN = os.environ.get("HIDDENLAYERS_DATA")


def run_narrative(until: str) -> dict:
    """The names after the English narrative has run as far as the cell that binds `until`, without its drawings."""
    plt = pytest.importorskip("matplotlib.pyplot")
    names: dict = {}
    with plt.rc_context():
        for cell in read_chapter(CHAPTER).cells:
            narrative = "nbgrader" not in cell.metadata and cell.metadata.get("lang", "en") == "en"
            if cell.cell_type == "code" and narrative and "alt.en" not in cell.metadata:
                exec(compile(cell.source, cell.id, "exec"), names)
            if until in names:
                return names
    raise AssertionError(f"no cell of the narrative binds {until}")


@pytest.fixture(autouse=True)
def learner(monkeypatch):
    """A learner's session: the narrative trains for all its epochs, and its language stays its own."""
    monkeypatch.setenv("HIDDENLAYERS_PROFILE", "learner")
    monkeypatch.setattr(session, "_language", None)


def test_on_the_offline_sample_the_network_learns_what_the_text_says(monkeypatch):
    monkeypatch.setattr(store, "find", lambda *_: None)
    names = run_narrative(until="test_accuracy")
    assert len(names["x_train"]) == 1437
    assert names["network"].count_params() == 101_770
    assert abs(names["untrained_loss"] - 2.3) < 0.2
    assert 0.05 <= names["untrained_accuracy"] <= 0.2
    assert names["test_accuracy"] > 0.9


@pytest.mark.real_data
@pytest.mark.skipif(not GIVEN or not Path(GIVEN, "mnist").is_dir(), reason="no MNIST in HIDDENLAYERS_DATA")
def test_on_mnist_ten_epochs_bring_more_than_97_of_100_digits():
    names = run_narrative(until="test_accuracy")
    assert (len(names["x_train"]), len(names["x_test"])) == (60_000, 10_000)
    assert names["network"].count_params() == 101_770
    assert len(names["history"].epoch) <= 10
    assert names["test_accuracy"] >= 0.975
