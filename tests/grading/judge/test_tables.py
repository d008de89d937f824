import math

import pandas as pd
import pytest

from hiddenlayers.check import Elsewhere
from hiddenlayers.grading.judge.wire import WireError, decode

from .crossing import bomb, cross, mutations, refused, same

TABLES = [
    pd.Series([1, 2, 3], name="n"),
    pd.Series(["a", None, "b"], index=["x", "y", "z"]),
    pd.Series([1, None, 3], dtype="Int64"),
    pd.Series([2**62 + 1, None], dtype="Int64"),
    pd.Series([True, None], dtype="boolean"),
    pd.Series([0.5, None], dtype="Float32"),
    pd.Series(["a", pd.NA], dtype=pd.StringDtype("python")),
    pd.Series([1, "a", None], dtype=object),
    pd.Series(["a", "b"], dtype=object),
    pd.Series(["u", "v", "u", None], dtype="category"),
    pd.Series(pd.Categorical(["lo", "hi"], categories=["lo", "hi"], ordered=True)),
    pd.Series(pd.to_datetime(["2024-01-01", None])),
    pd.Series(pd.date_range("2024-01-01", periods=2, tz="Asia/Seoul")),
    pd.Series(pd.to_timedelta([1, 2], unit="s")),
    pd.Series([], dtype="float32"),
    pd.Index([1, 2], name="i"),
    pd.Index(["a", "b"]),
    pd.Index(["a", "b"], dtype=object),
    pd.RangeIndex(2, 11, 3, name="r"),
    pd.DatetimeIndex(["2024-01-01", "2024-01-03"]),
    pd.CategoricalIndex(["a", "b"]),
    pd.MultiIndex.from_tuples([("a", 1), ("b", 2)], names=["k", "n"]),
    pd.DataFrame({"a": [1, 2], "b": ["x", None], "c": [0.5, math.nan], "d": [True, False]}),
    pd.DataFrame([[1, 2.5]], columns=["twice", "twice"], index=pd.to_datetime(["2024-01-01"])),
    pd.DataFrame({("a", "b"): [1]}),
    pd.DataFrame(index=[3, 4]),
    pd.DataFrame(columns=["a"]),
    *(pd.NA, pd.NaT, pd.Timestamp("2024-01-01 12:30"), pd.Timestamp("2024-01-01", tz="Asia/Seoul")),
]
ROWS = ["pandas", "range", 0, 1, 1, None]
BYTE = ["array", "|u1", [1]]


@pytest.mark.parametrize("index", range(len(TABLES)), ids=[type(table).__name__ for table in TABLES])
def test_tables_arrive_with_their_index_and_dtypes(index):
    table = TABLES[index]
    assert same(cross(table), table)
    assert same(cross([table, table]), [table, table])


def test_a_column_that_arrives_can_be_written_to():
    found = cross(pd.DataFrame({"a": [1, 2]}))
    found.loc[0, "a"] = 5
    assert found["a"].tolist() == [5, 2]


def test_tables_of_another_kind_cross_as_their_type():
    for odd in (type("Frame", (pd.DataFrame,), {})(), pd.Series(pd.interval_range(0, 2)), pd.Timedelta(1)):
        assert type(cross(odd)) is Elsewhere


HOSTILE = {
    "a column of a million rows": bomb(
        ["pandas", "series", ["pandas", "range", 0, 10**6, 1, None], ["numpy", BYTE], None], raw=bytes(16)
    ),
    "a range without end": bomb(["pandas", "range", 0, 10**18, 1, None]),
    "a range without steps": bomb(["pandas", "range", 0, 5, 0, None]),
    "a table of ragged columns": bomb(
        ["pandas", "frame", ["pandas", "range", 0, 2, 1, None], ROWS, ["numpy", BYTE]], raw=bytes(16)
    ),
    "a table of unnamed columns": bomb(["pandas", "frame", ROWS, ROWS]),
    "a column that is a matrix": bomb(
        ["pandas", "index", ["numpy", ["array", "|u1", [2, 2]]], None], raw=bytes(16)
    ),
    "an index that is a list": bomb(["pandas", "series", ["list"], ["numpy", ["array", "|u1", [0]]], None]),
    "categories out of range": bomb(
        ["pandas", "index", ["categories", ROWS, ["array", "|i1", [1]], False], None], raw=b"\5" + bytes(15)
    ),
    "text that is no text": bomb(["pandas", "index", ["text", "python", True, ["list", 1]], None]),
    "a time zone that is a file": bomb(["pandas", "timestamp", 0, "s", "dateutil//etc/passwd"]),
    "a time zone outside": bomb(["pandas", "timestamp", 0, "s", "America/../../../etc/passwd"]),
    "a masked column of text": bomb(
        ["pandas", "index", ["masked", "Int64", ["array", "<U1", [1]], ["array", "|b1", [1]]], None],
        raw=bytes(32),
    ),
    "a name that is a list": bomb(["pandas", "range", 0, 1, 1, ["list"]]),
    "a kind of their own": bomb(["pandas", "read_pickle", "x"]),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_tables_end_in_one_clean_refusal(case):
    refused(*HOSTILE[case])


@pytest.mark.filterwarnings("ignore")
def test_no_mutated_table_is_more_than_a_clean_refusal():
    counted = 0
    for structure, raw in mutations(TABLES, count=3_000, seed=22):
        try:
            decode(structure, raw)
        except WireError:
            counted += 1
    assert 1_500 < counted < 3_000
