"""What chapter 02 says of its own network, shown by the chapter's own cells."""

import pytest

from tests.chapters.narrative import needs, run_narrative

CHAPTER = "02-mnist-dnn"


def test_on_the_offline_sample_the_network_learns_what_the_text_says(offline):
    names = run_narrative(CHAPTER, until="test_accuracy")
    assert len(names["x_train"]) == 1437
    assert names["network"].count_params() == 101_770
    assert abs(names["untrained_loss"] - 2.3) < 0.2
    assert 0.05 <= names["untrained_accuracy"] <= 0.2
    assert names["test_accuracy"] > 0.9


@pytest.mark.real_data
@needs("mnist")
def test_on_mnist_ten_epochs_bring_more_than_97_of_100_digits():
    names = run_narrative(CHAPTER, until="test_accuracy")
    assert (len(names["x_train"]), len(names["x_test"])) == (60_000, 10_000)
    assert names["network"].count_params() == 101_770
    assert len(names["history"].epoch) <= 10
    assert names["test_accuracy"] >= 0.975
