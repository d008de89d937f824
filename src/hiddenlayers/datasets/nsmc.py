"""Naver's Korean film reviews, or where they are not to be had our own Korean reviews."""

import csv
from pathlib import Path

import numpy as np
import pandas as pd

from hiddenlayers.datasets import reviews, store
from hiddenlayers.datasets.mnist import Arrays


def load_data() -> Arrays:
    """Short film reviews in Korean; prints which data it used.

    Returns:
        `(x_train, y_train), (x_test, y_test)`: texts `(n,)`, an object array of str, none of them empty, and
        labels `(n,)` int64, 1 for positive and 0 for negative. n is 149,995 and 49,997; in the offline sample,
        which grading always takes, 2,400 and 600.

    Raises:
        HiddenLayersError: HIDDENLAYERS_DATA does not name a folder.
    """
    found = store.find("nsmc", "train", "test")
    if found:
        train, test = (_read(copy.path) for copy in found)
        used = " and ".join(copy.label for copy in found)
    else:
        train, test = offline_sample()
        used = "the offline sample (a small review corpus of our own)"
    print(f"NSMC: {len(train[0]):,} training and {len(test[0]):,} test reviews from {used}")
    return train, test


def offline_sample() -> Arrays:
    """Our own Korean reviews in two parts, 2,400 and 600; same return values as `load_data`."""
    table = reviews.load_data("ko")
    train, test = (_arrays(table[table["part"] == part], "text") for part in reviews.PARTS)
    return train, test


def _read(path: Path) -> tuple[np.ndarray, np.ndarray]:
    table = pd.read_csv(path, sep="\t", quoting=csv.QUOTE_NONE, keep_default_na=False)
    return _arrays(table[table["document"] != ""], "document")


def _arrays(table: pd.DataFrame, column: str) -> tuple[np.ndarray, np.ndarray]:
    return table[column].to_numpy(dtype=object), table["label"].to_numpy()
