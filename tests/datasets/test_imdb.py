import os

import numpy as np
import pytest

from hiddenlayers.datasets import imdb, reviews, store
from hiddenlayers.datasets.store import Copy


@pytest.fixture
def offline(monkeypatch):
    monkeypatch.setattr(store, "find", lambda *_: None)


@pytest.fixture
def small_file(tmp_path, monkeypatch):
    """Four reviews for training and two for testing, as Keras packs them."""
    ranks = np.empty(4, dtype=object)
    ranks[:] = [[1, 2], [3], [4, 5, 6, 7], [8]]
    path = tmp_path / "imdb.npz"
    np.savez(path, x_train=ranks, y_train=np.arange(4), x_test=ranks[:2], y_test=np.array([0, 1]))
    index = tmp_path / "imdb_word_index.json"
    index.write_text('{"film": 2, "the": 1}', encoding="utf-8")
    files = {"word ranks": path, "word index": index}
    monkeypatch.setattr(
        store, "find", lambda _, *parts: tuple(Copy(p, files[p], f"here/{files[p].name}", "") for p in parts)
    )


def test_a_review_begins_with_1_and_its_ranks_are_shifted_by_3(small_file, capsys):
    (x_train, y_train), (x_test, y_test) = imdb.load_data()
    assert capsys.readouterr().out == "IMDB: 4 training and 2 test reviews from here/imdb.npz\n"
    original = {0: [1, 4, 5], 1: [1, 6], 2: [1, 7, 8, 9, 10], 3: [1, 11]}
    assert {int(label): review for label, review in zip(y_train, x_train, strict=True)} == original
    assert {int(label): review for label, review in zip(y_test, x_test, strict=True)} == {
        0: [1, 4, 5],
        1: [1, 6],
    }
    assert x_train.dtype == object
    assert all(type(number) is int for review in x_train for number in review)


def test_numbers_from_num_words_on_become_2(small_file):
    (x_train, y_train), _ = imdb.load_data(num_words=8)
    shown = {int(label): review for label, review in zip(y_train, x_train, strict=True)}
    assert shown == {0: [1, 4, 5], 1: [1, 6], 2: [1, 7, 2, 2, 2], 3: [1, 2]}


def test_the_word_index_is_the_files(small_file):
    assert imdb.get_word_index() == {"film": 2, "the": 1}


def test_offline_our_own_reviews_take_the_same_shape(offline, capsys):
    (x_train, y_train), (x_test, y_test) = imdb.load_data(20_000)
    assert capsys.readouterr().out.startswith(
        "IMDB: 2,400 training and 600 test reviews from the offline sample"
    )
    assert (x_train.shape, x_test.shape, y_train.shape, y_test.shape) == ((2400,), (600,), (2400,), (600,))
    assert y_train.mean() == y_test.mean() == 0.5
    assert all(review[0] == 1 and min(review[1:]) >= 4 for review in x_train)


def test_offline_the_word_index_decodes_what_was_written(offline):
    word_of = {rank + 3: word for word, rank in imdb.get_word_index().items()}
    _, (x_test, _) = imdb.load_data()
    table = reviews.load_data("en")
    written = table[table["part"] == "test"]["text"].iloc[0]
    decoded = " ".join(word_of[number] for number in x_test[0][1:])
    assert decoded == " ".join(imdb._words(written))


def test_offline_the_most_frequent_word_has_rank_1(offline):
    index = imdb.get_word_index()
    assert index["the"] == 1
    assert sorted(index.values()) == list(range(1, len(index) + 1))
    index.clear()
    assert imdb.get_word_index()


@pytest.mark.real_data
@pytest.mark.skipif(not os.environ.get("HIDDENLAYERS_DATA"), reason="HIDDENLAYERS_DATA is not set")
def test_real_imdb_comes_as_keras_returns_it(monkeypatch):
    monkeypatch.setenv("HIDDENLAYERS_PROFILE", "learner")
    (x_train, y_train), (x_test, y_test) = imdb.load_data(num_words=10_000)
    assert (len(x_train), len(x_test)) == (25_000, 25_000)
    assert x_train[0][:8] == [1, 14, 22, 16, 43, 530, 973, 1622]
    assert [len(review) for review in x_train[:2]] == [218, 189]
    assert y_train[:10].tolist() == [1, 0, 0, 1, 0, 0, 1, 0, 1, 0]
    assert x_test[0][:8] == [1, 591, 202, 14, 31, 6, 717, 10]
    assert max(max(review) for review in x_train) == 9999
    assert (y_train.mean(), y_test.mean()) == (0.5, 0.5)
    index = imdb.get_word_index()
    assert len(index) == 88_584
    assert [index[word] for word in ("the", "and", "a")] == [1, 2, 3]
