"""What chapter 06 says of its networks beside the persistence baseline, shown by the chapter's own cells."""

import numpy as np
import pytest

from hiddenlayers.datasets import prices
from tests.chapters.narrative import needs, run_narrative

CHAPTER = "06-stock-prediction"


@pytest.fixture
def offline(monkeypatch):
    """Neither a file nor Yahoo has Apple's prices (this loader also asks where `store.find` does not)."""
    monkeypatch.setattr(prices, "_kept", lambda: None)
    monkeypatch.setattr(prices, "_downloaded", lambda: None)


def test_on_the_offline_sample_parts_and_scale_know_nothing_of_the_future(offline):
    names = run_narrative(CHAPTER, until="y_all")
    days, window = names["target_days"], names["window_length"]
    parts = [names[part] for part in ("is_training", "is_validation", "is_test")]
    assert names["ticker"] == "GOOG"
    assert [part.sum() for part in parts] == [1047 - window - 200, 100, 100]
    assert np.array_equal(sum(part.astype(int) for part in parts), np.ones(len(days)))
    assert days[parts[0]].max() < days[parts[1]].min()
    assert days[parts[1]].max() < days[parts[2]].min()
    assert (names["low"], names["high"]) == (names["known"].min(), names["known"].max())
    assert names["y_all"][parts[0]].max() <= 1
    assert np.array_equal(names["windows"][1:, -1], names["target_prices"][:-1])
    assert names["price_correlation"] > 0.99
    assert abs(names["change_correlation"]) < 0.2


@pytest.mark.slow
def test_on_the_offline_sample_no_network_beats_tomorrow_is_today(offline):
    names = run_narrative(CHAPTER, until="walk")
    scores, walk = names["scores"], names["walk"]
    assert names["ticker"] == "GOOG"
    assert names["network"].count_params() == 32_465
    assert names["untrained_loss"] > 10 * names["losses"]["val_loss"].min()  # it has learned something
    assert scores.loc["test", "network"] > 1.2 * scores.loc["test", "persistence"]
    assert 20 <= names["direction_hits"] <= 80
    assert names["mean_percent"] < 5
    assert 0.97 < names["change_rmse"] / names["persistence_rmse"] < 1.06
    assert len(walk) == 6
    assert walk["ratio"].between(0.95, 1.1).all()


@pytest.mark.real_data
@pytest.mark.slow
@needs("aapl")
def test_on_apples_prices_rmse_stands_beside_the_baseline_honestly():
    names = run_narrative(CHAPTER, until="walk")
    scores, walk = names["scores"], names["walk"]
    close = names["close"]
    assert (names["ticker"], len(close)) == ("AAPL", 1839)
    assert (round(close[-100:].max()), round(close[:-100].max())) == (182, 162)
    assert round(names["high"]) == 145
    assert names["untrained_loss"] > 10 * names["losses"]["val_loss"].min()
    assert scores.loc["validation", "network"] > 1.5 * scores.loc["validation", "persistence"]
    assert scores.loc["test", "network"] > 2 * scores.loc["test", "persistence"]
    assert 35 <= names["direction_hits"] <= 65
    assert names["mean_percent"] < 2
    assert 0.98 < names["change_rmse"] / names["persistence_rmse"] < 1.03
    assert names["predicted_changes"].std() < 0.3 * names["true_changes"].std()
    assert walk["ratio"].between(0.95, 1.1).all()
