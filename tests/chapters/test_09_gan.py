"""What chapter 09 says of its own networks, shown by the chapter's own cells."""

import numpy as np
import pytest

from tests.chapters.narrative import needs, run_narrative

CHAPTER = "09-gan"


def test_each_step_leaves_the_other_network_alone_and_a_late_flag_has_no_effect(offline):
    names = run_narrative(CHAPTER, until="GAN")
    generator, discriminator = names["generator"], names["discriminator"]
    assert (generator.count_params(), discriminator.count_params()) == (542_224, 533_505)
    assert not names["coin"].trainable
    assert not np.array_equal(names["coin_before"], names["coin"].get_weights()[0])
    sgd = names["keras"].optimizers.SGD(0.1)
    before = [network.get_weights() for network in (generator, discriminator)]
    names["learn"](generator, sgd, lambda: names["generator_loss"](generator, discriminator, 8))
    after = [network.get_weights() for network in (generator, discriminator)]
    assert not np.array_equal(before[0][0], after[0][0])
    assert all(np.array_equal(old, new) for old, new in zip(before[1], after[1], strict=True))


@pytest.mark.slow
def test_on_the_offline_sample_most_images_are_legible_and_the_first_course_settings_collapse(offline):
    names = run_narrative(CHAPTER, until="worst_share")
    assert len(names["real_images"]) == 1437
    assert len(names["history"].epoch) == 60
    assert len(names["album"].pages) == 61
    assert names["legible_share"] >= 0.6
    assert np.count_nonzero(names["digit_counts"] >= 3) >= 7
    assert [len(tally) for tally in names["tallies"].values()] == [20] * 3
    largest = names["digit_counts"].max() / names["digit_counts"].sum()
    assert max(names["worst_share"].values()) > max(0.5, largest)


def test_the_offline_judge_knows_digits_and_doubts_most_random_pixels(offline, monkeypatch):
    monkeypatch.setenv("HIDDENLAYERS_PROFILE", "grading")  # one round of 50 updates
    names = run_narrative(CHAPTER, until="verdicts")
    assert names["verdicts"]["real test images"][0] > 0.9
    assert names["verdicts"]["random pixels"][0] < 0.5  # it is the more gullible of the two judges


@pytest.mark.real_data
@pytest.mark.slow
@pytest.mark.long
@needs("mnist")
def test_on_mnist_14000_updates_make_most_images_legible_and_every_digit_occurs():
    names = run_narrative(CHAPTER, until="worst_share")
    assert len(names["real_images"]) == 60_000
    assert len(names["history"].epoch) == 280
    assert names["legible_share"] >= 0.6
    assert names["digit_counts"].min() >= 3
    assert names["verdicts"]["random pixels"][0] < 0.1
    largest = names["digit_counts"].max() / names["digit_counts"].sum()
    assert max(names["worst_share"].values()) > max(0.5, largest)
