"""The passengers of a ferry that does not exist: an untidy little table to clean."""

from pathlib import Path

from hiddenlayers.datasets import store


def csv_file() -> Path:
    """Where the CSV file lies, for `pandas.read_csv`; prints what it holds.

    1,000 rows, all invented (by scripts/make_passengers.py), with missing values, stray blanks and mixed case.
    Columns: ticket; age in years; cabin first, second or third; group alone, family or friends; port; delay in
    minutes; fare in thousand won; remark; returned yes or no, whether this passenger ever booked again.
    """
    print("Passengers: 1,000 invented passengers of a ferry that does not exist")
    return store.SAMPLES / "passengers.csv"
