"""What chapter 03 says of its own networks, shown by the chapter's own cells."""

import pytest

from tests.chapters.narrative import needs, run_narrative

CHAPTER = "03-lenet-cnn"


def test_on_the_offline_sample_the_networks_learn_and_have_the_parameters_that_the_text_counts(offline):
    names = run_narrative(CHAPTER, until="val_accuracy")
    assert len(names["x_train"]) == 1437
    assert names["lenet_1998"].count_params() == names["scheduled"].count_params() == 61_706
    assert names["dense"].count_params() == 101_770
    assert names["everywhere"].count_params() == 24_282
    assert names["total_steps"] == 105
    assert min(names["test_accuracy"].values()) > 0.85
    assert names["val_accuracy"]["everywhere"] > 0.5
    assert names["moved_accuracy"].loc[[-4, 4], "LeNet-5, varied images"].mean() > (
        names["moved_accuracy"].loc[[-4, 4], "LeNet-5"].mean() + 0.1
    )


def test_without_skip_connections_the_gradient_dwindles_on_its_way_to_the_first_layer(offline):
    names = run_narrative(CHAPTER, until="gradient_sizes")
    plain = names["gradient_sizes"](names["deep_network"](skip=False))
    with_skips = names["gradient_sizes"](names["deep_network"](skip=True))
    assert plain[0] < 1e-3 * plain[-1]
    assert with_skips[0] > 0.1 * with_skips[-1]


@pytest.mark.real_data
@pytest.mark.slow
@needs("mnist")
def test_on_mnist_five_epochs_bring_lenet_to_988_of_1000_digits_and_a_schedule_helps():
    names = run_narrative(CHAPTER, until="val_accuracy")
    assert (len(names["x_train"]), len(names["x_test"])) == (60_000, 10_000)
    assert len(names["histories"]["scheduled"]["loss"]) == 5
    accuracy = names["test_accuracy"]
    assert accuracy["LeNet-5, scheduled"] >= 0.988
    assert accuracy["LeNet-5, scheduled"] > accuracy["LeNet-5, steady"] > accuracy["dense"]
    moved = names["moved_accuracy"].loc[[-6, 6]].mean()
    assert moved["dense"] < moved["LeNet-5"] < moved["LeNet-5, varied images"] < moved["everywhere"]
    assert names["val_accuracy"]["everywhere"] >= 0.985
