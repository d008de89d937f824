import gzip
import hashlib
import os
import struct
from pathlib import Path

import numpy as np
import pytest

from hiddenlayers.datasets import fashion_mnist, manifest, mnist
from hiddenlayers.datasets.manifest import DataFile, select


def idx(array) -> bytes:
    """An array as a packed idx file."""
    header = struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape)
    return gzip.compress(header + array.tobytes())


@pytest.fixture
def clothes(course, put, monkeypatch):
    """Six training and two test images in the four files of a small manifest."""
    images = np.arange(6 * 28 * 28).reshape(6, 28, 28).astype(np.uint8)
    labels = np.array([9, 0, 0, 3, 0, 2], np.uint8)
    (real,) = select(["fashion-mnist"])
    files = []
    for part, array in zip(real.parts, (images, labels, images[:2], labels[:2]), strict=True):
        name, content = real.variants(part)[0].name, idx(array)
        put(Path("data/fashion-mnist", name), content)
        files.append(DataFile(part, name, len(content), hashlib.sha256(content).hexdigest(), made="here"))
    small = type(real)(**{**vars(real), "files": tuple(files)})
    monkeypatch.setattr(manifest, "manifest", lambda: {"fashion-mnist": small})
    return images, labels


def test_loads_what_the_four_files_hold_and_says_where_they_came_from(clothes, capsys):
    images, labels = clothes
    (x_train, y_train), (x_test, y_test) = fashion_mnist.load_data()
    assert np.array_equal(x_train, images)
    assert np.array_equal(x_test, images[:2])
    assert x_train.dtype == y_train.dtype == np.uint8
    assert y_train.tolist() == labels.tolist()
    assert y_test.tolist() == [9, 0]
    assert capsys.readouterr().out == (
        "Fashion-MNIST: 6 training and 2 test images from data/fashion-mnist\n"
    )
    assert fashion_mnist.class_names()[9] == "ankle boot"


def test_with_one_file_missing_the_digits_are_used_and_named(clothes, capsys):
    Path("data/fashion-mnist/t10k-labels-idx1-ubyte.gz").unlink()
    (x_train, y_train), _ = fashion_mnist.load_data()
    (digits, labels), _ = mnist.offline_sample()
    assert np.array_equal(x_train, digits)
    assert np.array_equal(y_train, labels)
    *_, last = capsys.readouterr().out.splitlines()
    assert last == (
        "Fashion-MNIST: 1,437 training and 360 test images from the offline sample (scikit-learn digits)"
    )
    assert fashion_mnist.class_names() == tuple("0123456789")


def test_while_grading_the_digits_are_used_at_once(clothes, capsys, monkeypatch):
    monkeypatch.setenv("HIDDENLAYERS_PROFILE", "grading")
    (x_train, _), _ = fashion_mnist.load_data()
    assert len(x_train) == 1437
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.real_data
@pytest.mark.skipif(not os.environ.get("HIDDENLAYERS_DATA"), reason="HIDDENLAYERS_DATA is not set")
def test_real_fashion_mnist_comes_as_keras_returns_it(monkeypatch, capsys):
    for profile in ("HIDDENLAYERS_PROFILE", "NBGRADER_EXECUTION"):
        monkeypatch.delenv(profile, raising=False)
    (x_train, y_train), (x_test, y_test) = fashion_mnist.load_data()
    assert (x_train.shape, x_test.shape) == ((60000, 28, 28), (10000, 28, 28))
    assert (y_train.shape, y_test.shape) == ((60000,), (10000,))
    assert {array.dtype for array in (x_train, y_train, x_test, y_test)} == {np.dtype(np.uint8)}
    assert y_train[:10].tolist() == [9, 0, 0, 3, 0, 2, 7, 2, 5, 5]
    assert np.bincount(y_test).tolist() == [1000] * 10
    assert 72 < x_train.mean() < 74
    assert capsys.readouterr().out == (
        "Fashion-MNIST: 60,000 training and 10,000 test images from $HIDDENLAYERS_DATA/fashion-mnist\n"
    )
