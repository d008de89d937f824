"""IMDB film reviews as word ranks, or where they are not to be had our own English reviews in their shape."""

import json
import re
from collections import Counter
from functools import cache

import numpy as np

from hiddenlayers.datasets import reviews, store
from hiddenlayers.datasets.mnist import Arrays

START, OUT_OF_VOCABULARY, OFFSET = 1, 2, 3
"""Keras's convention: a review begins with 1, 2 stands for a word left out, a word of rank r is r + 3; 0 pads."""

SHUFFLE_SEED = 113  # Keras's: the same rows in the same order


def load_data(num_words: int | None = None) -> Arrays:
    """Film reviews as `keras.datasets.imdb.load_data()` returns them; prints which data it used.

    Args:
        num_words: numbers from `num_words` on are replaced by 2. By default all are kept.

    Returns:
        `(x_train, y_train), (x_test, y_test)`: reviews `(n,)`, an object array of lists of int, and labels
        `(n,)` int64, 1 for positive and 0 for negative. n is 25,000 twice; in the offline sample, which grading
        always takes, 2,400 and 600.

    Raises:
        HiddenLayersError: HIDDENLAYERS_DATA does not name a folder.
    """
    found = store.find("imdb", "word ranks")
    if found:
        with np.load(found[0].path, allow_pickle=True) as arrays:  # lists of int; the file is proven
            rng = np.random.RandomState(SHUFFLE_SEED)  # one for both parts, as Keras has it
            train = _shuffled(arrays["x_train"], arrays["y_train"], rng)
            test = _shuffled(arrays["x_test"], arrays["y_test"], rng)
        used = found[0].label
    else:
        train, test = offline_sample()
        used = "the offline sample (a small review corpus of our own)"
    (x_train, y_train), (x_test, y_test) = train, test
    print(f"IMDB: {len(x_train):,} training and {len(x_test):,} test reviews from {used}")
    return (_encode(x_train, num_words), y_train), (_encode(x_test, num_words), y_test)


def get_word_index() -> dict[str, int]:
    """The rank of each word by its frequency, 1 for the most frequent, as Keras's `imdb.get_word_index()`.

    It goes with what `load_data` returns: IMDB's 88,584 words, or those of the offline sample.

    Raises:
        HiddenLayersError: HIDDENLAYERS_DATA does not name a folder.
    """
    found = store.find("imdb", "word ranks", "word index")
    if not found:
        return dict(_offline_word_index())
    return json.loads(found[1].path.read_text(encoding="utf-8"))


def offline_sample() -> Arrays:
    """Our own English reviews as ranks of words, in two parts; what `load_data` makes its numbers from."""
    table = reviews.load_data("en")
    ranks = _offline_word_index()
    table["ranks"] = [[ranks[word] for word in _words(text)] for text in table["text"]]
    parts = (table[table["part"] == part] for part in reviews.PARTS)
    train, test = ((part["ranks"].to_numpy(), part["label"].to_numpy()) for part in parts)
    return train, test


@cache
def _offline_word_index() -> dict[str, int]:
    counts = Counter(word for text in reviews.load_data("en")["text"] for word in _words(text))
    ordered = sorted(counts, key=lambda word: (-counts[word], word))
    return {word: rank for rank, word in enumerate(ordered, start=1)}


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower().replace("<br />", " "))


def _shuffled(
    ranks: np.ndarray, labels: np.ndarray, rng: np.random.RandomState
) -> tuple[np.ndarray, np.ndarray]:
    order = np.arange(len(ranks))
    rng.shuffle(order)
    return ranks[order], labels[order]


def _encode(reviews_as_ranks: np.ndarray, num_words: int | None) -> np.ndarray:
    """Lists of ranks by Keras's convention: 1 first, 3 added, 2 for what reaches `num_words`."""
    limit = np.inf if num_words is None else num_words
    encoded = np.empty(len(reviews_as_ranks), dtype=object)
    for row, ranks in enumerate(reviews_as_ranks):
        numbers = (rank + OFFSET for rank in ranks)
        encoded[row] = [START, *(n if n < limit else OUT_OF_VOCABULARY for n in numbers)]
    return encoded
