"""What chapter 05 says of its own networks, shown by the chapter's own cells."""

import numpy as np
import pytest

from tests.chapters.narrative import run_narrative

CHAPTER = "05-lstm-sequences"


@pytest.fixture(scope="module")
def untrained():
    """The chapter up to the baseline: nothing is trained yet."""
    return run_narrative(CHAPTER, until="baseline")


@pytest.fixture(scope="module")
def told():
    """The whole story: 500 epochs as the task was first written, the trials, 500 epochs of the cure."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HIDDENLAYERS_PROFILE", "learner")
        return run_narrative(CHAPTER, until="restored_answers")


def inside(names, answers):
    return np.abs(answers[:80] - names["y_raw"][:80]).mean()


def test_a_constant_answer_sets_the_baseline_at_40(untrained):
    assert untrained["median"] == 89
    assert untrained["baseline"] == 40
    assert untrained["network"].count_params() == 1_169


def test_influence_vanishes_without_and_stays_with_an_open_forget_gate(untrained):
    keras, influence = untrained["keras"], untrained["influence"]
    simple, lstm, open_gate = keras.layers.SimpleRNN(16), keras.layers.LSTM(16), keras.layers.LSTM(16)
    open_gate.build((None, 50, 1))
    kernel, recurrent_kernel, bias = open_gate.get_weights()
    bias[16:32] = 4
    open_gate.set_weights([kernel, recurrent_kernel, bias])
    for layer in (simple, lstm):
        strength = influence(layer)
        assert strength[0] < strength[-1] / 100
    strength = influence(open_gate)
    assert strength[0] > strength[-1] / 10


@pytest.mark.slow
def test_as_first_written_it_does_not_even_reach_the_baseline(told):
    assert len(told["history"].epoch) == 500
    assert told["first_loss"] > told["baseline"]
    assert told["first_val_loss"] > 2 * told["first_loss"]
    assert told["reaches"][0] < 10
    assert told["reaches"][-1] < 40 < told["y_raw"][:80].max()


@pytest.mark.slow
def test_the_scale_of_the_target_is_the_cause_and_that_of_the_input_is_not(told):
    errors = told["train_errors"]
    assert errors["raw"] > 60
    assert abs(errors["input scaled"] - errors["raw"]) < 5
    assert errors["target scaled"] < 10
    assert errors["learning rate 0.05"] < 15


@pytest.mark.slow
def test_scaled_it_learns_the_training_range_and_the_last_rows_ask_for_more(told):
    errors = told["errors"]
    assert errors[:80].mean() < 1.5
    assert errors[80:].mean() > 3 * errors[:80].mean()


@pytest.mark.slow
def test_the_cure_stays_below_1_inside_the_training_range_and_fails_outside(told):
    assert len(told["cured_history"].epoch) == 500
    assert told["test_mae"] <= 1
    low, high = told["x_low"], told["x_high"]
    beyond = ((400 + np.arange(5) - low) / (high - low)).reshape(1, 5, 1)
    scaled_answer = told["outputs"](told["cured"], beyond)[0]
    answer = told["y_low"] + (told["y_high"] - told["y_low"]) * scaled_answer
    assert 2 * 405 - answer > 100


@pytest.mark.slow
def test_the_saved_model_takes_raw_numbers_and_gives_raw_answers(told):
    assert np.abs(told["restored_answers"] - told["y_raw"]).mean() <= 1
