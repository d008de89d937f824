"""What chapter 01 says of its own networks, shown by the chapter's own cells."""

import numpy as np
import pytest

from hiddenlayers import session
from tests.chapters.narrative import needs, run_narrative

CHAPTER = "01-dnn-regression"


@pytest.fixture(scope="module")
def told():
    """The names after the whole narrative on the offline sample."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HIDDENLAYERS_PROFILE", "learner")
        patch.setattr(session, "_language", None)
        patch.setattr("hiddenlayers.datasets.store.find", lambda *_: None)
        return run_narrative(CHAPTER, until="detector_accuracy")


def test_the_scaling_is_fitted_on_the_training_rows(told):
    assert np.abs(told["x_fit"].mean(axis=0)).max() < 1e-3
    assert np.abs(told["x_val"].mean(axis=0)).max() > 0.01
    rows = [set(told[name].index) for name in ("table_fit", "table_val", "table_test")]
    assert [len(part) for part in rows] == [1_800, 600, 600]
    assert len(set.union(*rows)) == 3_000


def test_both_apis_build_a_network_of_5185_parameters_with_the_same_answers(told):
    assert told["network"].count_params() == told["twin"].count_params() == sum(told["by_hand"]) == 5_185
    assert told["untrained_mse"] > np.mean((told["y_val"] - told["y_fit"].mean()) ** 2)


def test_300_districts_are_learned_by_heart(told):
    losses = told["small_history"].history
    assert losses["loss"][-1] < 0.3 * min(losses["val_loss"])
    assert losses["val_loss"][-1] > 1.1 * min(losses["val_loss"])


def test_early_stopping_keeps_the_best_epoch(told):
    mse, _ = told["network"].evaluate(told["x_val"], told["y_val"], verbose=0)
    assert mse == pytest.approx(min(told["history"].history["val_loss"]), rel=1e-3)


def test_on_the_offline_sample_the_network_beats_linear_regression_but_not_the_noise(told):
    rmse = told["rmse"]
    assert rmse["network"] < 0.95 * rmse["linear regression"] < 0.95 * rmse["always the mean"]
    assert rmse["network"] > 0.27
    assert told["chosen_rmse"] < 0.95 * rmse["linear regression"]


def test_the_classifier_is_right_on_95_of_100_tumours(told):
    assert len(told["m_test"]) == 114
    assert told["detector_accuracy"] >= 0.95


@pytest.mark.real_data
@pytest.mark.slow
@needs("housing")
def test_on_the_census_the_rmse_is_15_percent_below_linear_regression():
    names = run_narrative(CHAPTER, until="chosen_rmse")
    assert len(names["table"]) == 20_640
    assert len(names["history"].epoch) <= 60
    assert names["rmse"]["network"] <= 0.85 * names["rmse"]["linear regression"]
    assert names["chosen_rmse"] <= 0.85 * names["rmse"]["linear regression"]
