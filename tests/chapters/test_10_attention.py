"""What chapter 10 says of attention and of its own network, shown by the chapter's own cells."""

import numpy as np
import pytest

from hiddenlayers.datasets import store
from tests.chapters.narrative import needs, run_narrative

CHAPTER = "10-attention"


@pytest.fixture(scope="module")
def told_offline():
    """The whole story on the offline sample."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HIDDENLAYERS_PROFILE", "learner")
        patch.setattr(store, "find", lambda *_: None)
        yield run_narrative(CHAPTER, until="written")


def test_attention_by_hand_is_what_keras_calculates(told_offline):
    names = told_offline
    assert np.abs(names["by_ops"][0, 0, 0] - names["word_weights"] @ names["four_values"]).max() < 1e-5
    mixed, turned = np.asarray(names["mixed"]), np.asarray(names["turned"])
    assert np.allclose(turned[:, ::-1], mixed, atol=1e-5)


def test_a_position_embedding_called_on_plain_numbers_is_no_part_of_the_model(told_offline):
    names = told_offline
    keras, ids = names["keras"], names["ids"]
    parameters = {
        name: keras.Model(ids, keras.layers.Embedding(50, 4)(ids) + names[name]).count_params()
        for name in ("outside", "inside")
    }
    assert parameters == {"outside": 200, "inside": 224}


def test_the_network_has_the_parameters_that_the_text_counts(told_offline):
    names = told_offline
    counted = names["attention_parameters"] + names["dense_parameters"] + names["rest"]
    assert names["network"].count_params() == counted


def test_nobody_looks_at_padding_and_each_querys_weights_add_up_to_1(told_offline):
    names = told_offline
    states = names["keras"].Model(names["review_input"], names["word_states"])(names["my_row"])
    mask = (names["my_row"] != 0)[:, None, :]
    _, weights = names["attention_layer"](states, states, attention_mask=mask, return_attention_scores=True)
    weights = np.asarray(weights)
    assert np.allclose(weights.sum(axis=-1), 1, atol=1e-5)
    assert np.abs(weights[..., len(names["my_numbers"]) :]).max() == 0


def test_on_the_offline_sample_it_learns_and_the_order_of_words_counts(told_offline):
    names = told_offline
    assert len(names["x_train"]) == 2_400
    assert names["test_accuracy"] > 0.7
    swapped = names["my_row"].copy()
    swapped[0, [4, 9]] = swapped[0, [9, 4]]
    both = np.asarray(names["network"](np.concatenate([names["my_row"], swapped])))
    assert abs(both[0, 0] - both[1, 0]) > 1e-6


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.real_data
@needs("imdb")
def test_on_imdb_it_comes_within_a_hundredth_of_chapter_07_in_less_time_per_epoch():
    names = run_narrative(CHAPTER, until="test_accuracy")
    assert names["x_fit"].shape == (20_000, 200)
    assert len(names["history"].epoch) <= 8
    assert names["test_accuracy"] >= 0.862 - 0.01
