"""What chapter 08 says of its own networks, shown by the chapter's own cells."""

import numpy as np
import pytest

from tests.chapters.narrative import needs, run_narrative

CHAPTER = "08-autoencoders"


def is_pca_again(names) -> bool:
    """Whether the linear autoencoder of the 3-D points has PCA's plane, and its error to 5 %."""
    same_error = 0.9999 <= names["linear_error"] / names["pca_error"] <= 1.05
    return bool(same_error and names["plane_angles"].max() < 2)


def error(model, inputs, targets) -> float:
    return float(np.mean((model.predict(inputs, verbose=0) - targets) ** 2))


def test_on_the_offline_sample_the_networks_learn_what_the_text_says(offline):
    names = run_narrative(CHAPTER, until="accuracies")
    assert len(names["x_train"]) == 1437
    assert is_pca_again(names)
    arc = names["arc"]
    line = names["PCA"](n_components=1).fit(arc)
    straight = np.mean((line.inverse_transform(line.transform(arc)) - arc) ** 2)
    assert error(names["bent"], arc, arc) < straight / 5
    assert names["autoencoder"].count_params() == 222_384
    assert names["untrained_error"] > names["mean_error"]
    assert names["test_pca"] < names["test_error"] < names["mean_error"] / 2  # PCA wins on so few images
    assert names["test_error"] < names["error_2"] < 0.75 * names["mean_error"]
    soiled, clean = names["soiled_test"], names["flat_test"]
    assert error(names["denoiser"], soiled, clean) < np.mean((soiled - clean) ** 2) / 1.5


@pytest.mark.real_data
@pytest.mark.slow
@pytest.mark.long
@needs("fashion-mnist")
def test_on_fashion_mnist_the_stacked_autoencoder_beats_pca_after_twenty_epochs():
    names = run_narrative(CHAPTER, until="test_error")
    assert (len(names["x_train"]), len(names["x_test"])) == (60_000, 10_000)
    assert is_pca_again(names)
    assert len(names["history"].epoch) == 20
    assert names["test_error"] <= 0.0126
    assert names["test_pca"] == pytest.approx(0.0151, abs=0.0002)
