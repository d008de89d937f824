import os

import numpy as np
import pytest

from hiddenlayers.datasets import nsmc, store
from hiddenlayers.datasets.store import Copy

LINES = 'id\tdocument\tlabel\n1\t재미있다 "최고"\t1\n2\t\t0\n3\tNA\t0\n4\t\'또 보고 싶다\t1\n'


def test_reads_every_line_but_the_empty_ones_quotation_marks_and_all(tmp_path, monkeypatch, capsys):
    path = tmp_path / "ratings.txt"
    path.write_text(LINES, encoding="utf-8")
    monkeypatch.setattr(
        store, "find", lambda _, *parts: tuple(Copy(part, path, f"here/{part}.txt", "") for part in parts)
    )
    (x_train, y_train), (x_test, _) = nsmc.load_data()
    assert x_train.tolist() == x_test.tolist() == ['재미있다 "최고"', "NA", "'또 보고 싶다"]
    assert y_train.tolist() == [1, 0, 1]
    assert capsys.readouterr().out == (
        "NSMC: 3 training and 3 test reviews from here/train.txt and here/test.txt\n"
    )


def test_offline_our_own_korean_reviews_stand_in(monkeypatch, capsys):
    monkeypatch.setattr(store, "find", lambda *_: None)
    (x_train, y_train), (x_test, y_test) = nsmc.load_data()
    assert capsys.readouterr().out.startswith(
        "NSMC: 2,400 training and 600 test reviews from the offline sample"
    )
    assert (x_train.dtype, y_train.dtype) == (object, np.int64)
    assert y_train.mean() == y_test.mean() == 0.5
    assert all(isinstance(text, str) and text for text in x_train)
    assert not set(x_train) & set(x_test)


@pytest.mark.real_data
@pytest.mark.skipif(not os.environ.get("HIDDENLAYERS_DATA"), reason="HIDDENLAYERS_DATA is not set")
def test_real_nsmc_has_200000_reviews_but_for_8_empty_ones(monkeypatch):
    monkeypatch.setenv("HIDDENLAYERS_PROFILE", "learner")
    (x_train, y_train), (x_test, y_test) = nsmc.load_data()
    assert (len(x_train), len(x_test)) == (149_995, 49_997)
    assert x_train[0] == "아 더빙.. 진짜 짜증나네요 목소리"
    assert set(y_train) == set(y_test) == {0, 1}
    assert 0.49 < y_train.mean() < 0.51
