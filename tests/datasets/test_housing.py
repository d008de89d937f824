import os
import subprocess
import sys

import numpy as np
import pytest

from hiddenlayers.datasets import housing, store
from hiddenlayers.datasets.store import Copy


@pytest.fixture(scope="module")
def sample():
    return housing.offline_sample()


def test_loads_the_columns_by_name_whatever_their_order_and_says_where_they_came_from(
    tmp_path, monkeypatch, capsys
):
    path = tmp_path / "housing.csv"
    row = dict.fromkeys(housing.COLUMNS, 1.5) | {"ocean_proximity": "INLAND", "total_bedrooms": ""}
    names = [*reversed(housing.COLUMNS), "another"]
    path.write_text(",".join(names) + "\n" + ",".join(str(row.get(name, 0)) for name in names) + "\n")
    monkeypatch.setattr(store, "find", lambda *_: (Copy("table", path, "data/housing/housing.csv", ""),))
    table = housing.load_data()
    assert tuple(table.columns) == housing.COLUMNS
    assert table["ocean_proximity"].tolist() == ["INLAND"]
    assert table["total_bedrooms"].isna().all()
    assert capsys.readouterr().out == "California housing: 1 districts from data/housing/housing.csv\n"


def test_without_the_file_the_sample_is_used_and_named(monkeypatch, capsys):
    monkeypatch.setattr(store, "find", lambda *_: None)
    assert len(housing.load_data()) == housing.SAMPLE_ROWS
    assert capsys.readouterr().out == (
        "California housing: 3,000 districts from the offline sample (generated from a known rule)\n"
    )


def test_the_sample_has_the_form_of_the_real_table(sample):
    assert tuple(sample.columns) == housing.COLUMNS
    assert len(sample) == housing.SAMPLE_ROWS
    assert sample.isna().sum().to_dict() == dict.fromkeys(housing.COLUMNS, 0) | {"total_bedrooms": 30}
    assert set(sample["ocean_proximity"]) == {"<1H OCEAN", "INLAND", "NEAR BAY", "NEAR OCEAN", "ISLAND"}
    assert (sample["ocean_proximity"] == "ISLAND").sum() == 5
    numbers = sample.drop(columns="ocean_proximity")
    assert (numbers.drop(columns="longitude") > 0).sum().sum() == 8 * len(sample) - 30
    assert sample["median_house_value"].max() == housing.HIGHEST
    assert sample["median_house_value"].between(housing.LOWEST, housing.HIGHEST).all()


def test_the_sample_is_always_the_same_and_in_no_order(sample):
    assert sample.equals(housing.offline_sample())
    assert not sample["latitude"].is_monotonic_increasing
    islands = np.flatnonzero(sample["ocean_proximity"] == "ISLAND")
    assert np.ptp(islands) > 500


def test_the_sample_follows_its_rule_up_to_noise_and_cut_off(sample):
    rule = housing.true_value(sample)
    inside = (rule > 120_000) & (rule < 380_000)  # so far from the ends that the cut-off does nothing
    rest = (sample["median_house_value"] - rule)[inside]
    assert inside.mean() > 0.7
    assert abs(rest.mean()) < 3_000
    assert abs(rest.std() / housing.SAMPLE_NOISE - 1) < 0.1
    for name in ("longitude", "latitude", "housing_median_age", "median_income"):
        assert abs(np.corrcoef(rest, sample[name][inside])[0, 1]) < 0.1


def test_the_rule_is_what_its_text_says(sample):
    one = sample[sample["ocean_proximity"] == "INLAND"].head(1)
    more_income = one.assign(median_income=one["median_income"] + 1)
    older = one.assign(housing_median_age=45.0)
    crowded = one.assign(population=one["population"] + one["households"])

    def gain(changed, compared=one):
        return float((housing.true_value(changed) - housing.true_value(compared)).item())

    assert 16_000 < gain(more_income) < 30_000  # far inland: 40,000 times a little more than 0.4
    assert gain(older, one.assign(housing_median_age=25.0)) == pytest.approx(24_000)
    assert gain(crowded) == pytest.approx(-20_000)


def test_a_grading_run_imports_neither_tensorflow_nor_scikit_learn(tmp_path):
    code = (
        "import sys\n"
        "from hiddenlayers.datasets import housing\n"
        "housing.load_data()\n"
        "assert not {'tensorflow', 'keras', 'sklearn'} & set(sys.modules)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "HIDDENLAYERS_PROFILE": "grading"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("California housing: 3,000 districts")


@pytest.mark.real_data
@pytest.mark.skipif(not os.environ.get("HIDDENLAYERS_DATA"), reason="HIDDENLAYERS_DATA is not set")
def test_the_real_table_has_the_blanks_and_the_wall_that_the_chapter_speaks_of(monkeypatch):
    for profile in ("HIDDENLAYERS_PROFILE", "NBGRADER_EXECUTION"):
        monkeypatch.delenv(profile, raising=False)
    table = housing.load_data()
    assert table.shape == (20_640, 10)
    assert table["total_bedrooms"].isna().sum() == table.isna().sum().sum() == 207
    assert (table["median_house_value"] == housing.HIGHEST).sum() == 965
    assert table["median_house_value"].min() == housing.LOWEST
