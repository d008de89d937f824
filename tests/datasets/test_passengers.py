import importlib.util
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from hiddenlayers.datasets import passengers

SCRIPT = Path(__file__).parents[2] / "scripts/make_passengers.py"


@pytest.fixture(scope="module")
def table():
    return pd.read_csv(passengers.csv_file())


def test_the_file_is_small_and_says_that_nobody_in_it_is_real(capsys):
    assert passengers.csv_file().stat().st_size < 60_000
    assert "invented" in capsys.readouterr().out


def test_the_script_makes_the_very_file_that_is_shipped():
    spec = importlib.util.spec_from_file_location("make_passengers", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    made = script.make_passengers().to_csv(index=False, lineterminator="\n")
    assert made == passengers.csv_file().read_text(encoding="utf-8")


def test_it_is_untidy_in_the_ways_that_the_chapter_cleans(table):
    assert table.shape == (1000, 9)
    assert table["ticket"].is_unique
    assert table["remark"].isna().mean() > 0.9
    missing = table.isna().sum()
    assert all(missing[name] > 0 for name in ("age", "cabin", "port"))
    assert not missing[["group", "delay", "fare", "returned"]].any()
    cabins = table["cabin"].dropna()
    assert (cabins != cabins.str.strip()).any()
    assert (cabins.str.strip() != cabins.str.strip().str.lower()).any()
    assert set(cabins.str.strip().str.lower()) == {"first", "second", "third"}
    assert set(table["returned"].str.strip().str.lower()) == {"yes", "no"}


def test_both_ends_of_the_age_scale_return_and_the_middle_does_not(table):
    returned = table["returned"].str.strip().str.lower() == "yes"
    share = returned.groupby(pd.cut(table["age"], [0, 20, 35, 55, 70, 90])).mean().to_numpy()
    assert np.all(share[[0, 4]] > 0.7)
    assert share[2] < 0.25
