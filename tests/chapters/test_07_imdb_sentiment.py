"""What chapter 07 says of its own networks, shown by the chapter's own cells."""

import pytest

from hiddenlayers.datasets import store
from tests.chapters.narrative import needs, run_narrative

CHAPTER = "07-imdb-sentiment"


@pytest.fixture(scope="module")
def learner_for_long():
    """The learner's profile for what is run once for several tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HIDDENLAYERS_PROFILE", "learner")
        yield patch


@pytest.fixture(scope="module")
def told_offline(learner_for_long):
    """English on the offline sample, as far as the accuracies of each kind."""
    learner_for_long.setattr(store, "find", lambda *_: None)
    yield run_narrative(CHAPTER, until="by_kind")
    learner_for_long.undo()


def test_the_network_has_the_parameters_that_the_text_counts(told_offline):
    assert told_offline["network"].count_params() == told_offline["total"] == 656_705
    assert abs(told_offline["untrained_loss"] - 0.69) < 0.02


def test_on_the_offline_sample_reading_in_order_beats_counting(told_offline):
    assert len(told_offline["x_train"]) == 2_400
    assert told_offline["test_accuracy"] > 0.8
    assert told_offline["test_accuracy"] > told_offline["baseline_accuracy"] + 0.1


def test_on_the_offline_sample_it_learns_negation_and_contrast_but_no_irony(told_offline):
    network, counting = told_offline["by_kind"]["network"], told_offline["by_kind"]["bag of words"]
    assert network["plain"] > 0.9
    for kind in ("negation", "contrast"):
        assert network[kind] > 0.85
        assert network[kind] > counting[kind] + 0.3
    assert network["irony"] < 0.75


@pytest.mark.slow
def test_on_the_korean_sample_syllables_are_enough(offline):
    names = run_narrative(CHAPTER, until="ko_accuracy")
    assert names["ko_accuracy"] > 0.8
    assert names["larger"].count_params() == 4_005_121


@pytest.fixture(scope="module")
def told_on_real_data():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HIDDENLAYERS_PROFILE", "learner")
        return run_narrative(CHAPTER, until="ko_accuracy")


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.real_data
@needs("imdb")
@needs("nsmc")
def test_on_imdb_a_small_bidirectional_network_is_right_on_86_of_100_reviews(told_on_real_data):
    names = told_on_real_data
    assert (len(names["x_train"]), len(names["x_test"])) == (25_000, 25_000)
    assert (names["num_words"], names["x_fit"].shape) == (20_000, (20_000, 300))
    assert len(names["history"].epoch) <= 8
    assert names["test_accuracy"] >= 0.86
    assert abs(names["test_accuracy"] - names["baseline_accuracy"]) < 0.02


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.real_data
@needs("imdb")
@needs("nsmc")
def test_on_nsmc_40000_reviews_in_syllables_give_what_the_text_says(told_on_real_data):
    names = told_on_real_data
    assert (len(names["ko_train"]), len(names["ko_test"])) == (40_000, 10_000)
    assert names["ko_accuracy"] >= 0.77
    assert names["unseen"]["words"] > 20 * names["unseen"]["syllables"]
