import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from hiddenlayers.datasets import mnist


def test_loads_what_the_file_holds_and_says_where_it_came_from(server, put, capsys):
    put(Path("data/mnist/mnist.npz"))
    (x_train, y_train), (x_test, y_test) = mnist.load_data()
    assert (x_train.shape, x_test.shape) == ((6, 28, 28), (2, 28, 28))
    assert x_train.dtype == y_train.dtype == np.uint8
    assert y_train.tolist() == [7, 1, 2, 3, 4, 5]
    assert y_test.tolist() == [7, 1]
    assert capsys.readouterr().out == "MNIST: 6 training and 2 test images from data/mnist/mnist.npz\n"


def test_without_the_file_and_the_network_the_sample_is_used_and_named(server, capsys):
    server.answer = "missing"
    (x_train, y_train), (x_test, y_test) = mnist.load_data()
    assert (x_train.shape, y_train.shape) == ((1437, 28, 28), (1437,))
    assert (x_test.shape, y_test.shape) == ((360, 28, 28), (360,))
    *_, last = capsys.readouterr().out.splitlines()
    assert last == "MNIST: 1,437 training and 360 test images from the offline sample (scikit-learn digits)"


def test_while_grading_the_sample_is_used_at_once(server, put, capsys, monkeypatch):
    put(Path("data/mnist/mnist.npz"))
    monkeypatch.setenv("HIDDENLAYERS_PROFILE", "grading")
    (x_train, _), _ = mnist.load_data()
    assert len(x_train) == 1437
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert server.requests == []


@pytest.fixture(scope="module")
def sample():
    return mnist.offline_sample()


def test_the_sample_looks_like_mnist(sample):
    (x_train, y_train), (x_test, y_test) = sample
    for array in (x_train, y_train, x_test, y_test):
        assert array.dtype == np.uint8
    images = np.concatenate([x_train, x_test])
    assert images.max(axis=(1, 2)).min() > 200  # every digit has full ink
    border = images.copy()
    border[:, 4:24, 4:24] = 0
    assert border.max() == 0  # in the middle 20 × 20
    assert 30 < images.mean() < 37  # MNIST: 33
    assert 0.15 < (images > 0).mean() < 0.25  # MNIST: 0.19


def test_the_sample_is_upright_and_labelled_like_the_digits_it_is_made_of(sample):
    from sklearn.datasets import load_digits

    digits = load_digits()
    (x_train, y_train), (x_test, y_test) = sample
    images, labels = np.concatenate([x_train, x_test]), np.concatenate([y_train, y_test])
    small = images[:, 4:24, 4:24].reshape(-1, 4, 5, 4, 5).mean(axis=(2, 4)).reshape(-1, 16)
    originals = digits.images.reshape(-1, 4, 2, 4, 2).mean(axis=(2, 4)).reshape(-1, 16)
    small, originals = (a / np.linalg.norm(a, axis=1, keepdims=True) for a in (small, originals))
    nearest = np.argmax(small @ originals.T, axis=1)
    assert (digits.target[nearest] == labels).mean() > 0.95
    assert len(set(nearest)) > 1300


def test_the_samples_split_is_fixed_stratified_and_disjoint(sample):
    (x_train, y_train), (x_test, y_test) = sample
    assert np.array_equal(mnist.offline_sample()[1][0], x_test)
    assert np.abs(np.bincount(y_test) * 1437 / 360 - np.bincount(y_train)).max() < 4
    assert not {image.tobytes() for image in x_train} & {image.tobytes() for image in x_test}
    assert y_test[:40].tolist() != sorted(y_test[:40].tolist())


def test_a_grading_run_imports_no_tensorflow_and_writes_nothing_to_standard_error(tmp_path):
    code = (
        "import sys, hiddenlayers.datasets\n"
        "assert not {'tensorflow', 'keras', 'sklearn'} & set(sys.modules)\n"
        "hiddenlayers.datasets.mnist.load_data()\n"
        "assert not {'tensorflow', 'keras', 'requests'} & set(sys.modules)\n"
    )
    environment = {**os.environ, "HIDDENLAYERS_PROFILE": "grading"}
    run = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("MNIST: 1,437 training")


@pytest.mark.real_data
@pytest.mark.skipif(not os.environ.get("HIDDENLAYERS_DATA"), reason="HIDDENLAYERS_DATA is not set")
def test_real_mnist_comes_as_keras_returns_it(monkeypatch, capsys):
    for profile in ("HIDDENLAYERS_PROFILE", "NBGRADER_EXECUTION"):
        monkeypatch.delenv(profile, raising=False)
    (x_train, y_train), (x_test, y_test) = mnist.load_data()
    assert (x_train.shape, x_test.shape) == ((60000, 28, 28), (10000, 28, 28))
    assert (y_train.shape, y_test.shape) == ((60000,), (10000,))
    assert {array.dtype for array in (x_train, y_train, x_test, y_test)} == {np.dtype(np.uint8)}
    assert y_train[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert y_test[:10].tolist() == [7, 2, 1, 0, 4, 1, 4, 9, 5, 9]
    assert capsys.readouterr().out == (
        "MNIST: 60,000 training and 10,000 test images from $HIDDENLAYERS_DATA/mnist/mnist.npz\n"
    )
