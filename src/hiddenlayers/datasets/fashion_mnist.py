"""Fashion-MNIST, or where it is not to be had the digits of `mnist.offline_sample`."""

import gzip

import numpy as np

from hiddenlayers.datasets import store
from hiddenlayers.datasets.mnist import Arrays, offline_sample

PARTS = ("train images", "train labels", "test images", "test labels")
CLOTHES = (
    *("T-shirt", "trouser", "pullover", "dress", "coat"),
    *("sandal", "shirt", "sneaker", "bag", "ankle boot"),
)


def load_data() -> Arrays:
    """Pictures of clothes as `keras.datasets.fashion_mnist.load_data()` returns them; prints which data it used.

    Returns:
        `(x_train, y_train), (x_test, y_test)`: images `(n, 28, 28)` uint8, bright on 0, labels `(n,)` uint8
        from 0 to 9. n is 60,000 and 10,000; in the offline sample, handwritten digits, which grading always
        takes, 1,437 and 360.

    Raises:
        HiddenLayersError: HIDDENLAYERS_DATA does not name a folder.
    """
    found = store.find("fashion-mnist", *PARTS)
    if found:
        x_train, y_train, x_test, y_test = (_read_idx(copy.path) for copy in found)
        data = (x_train, y_train), (x_test, y_test)
        used = found[0].label.rpartition("/")[0]
    else:
        data = offline_sample()
        used = "the offline sample (scikit-learn digits)"
    (x_train, _), (x_test, _) = data
    print(f"Fashion-MNIST: {len(x_train):,} training and {len(x_test):,} test images from {used}")
    return data


def class_names() -> tuple[str, ...]:
    """What the labels 0 to 9 of `load_data` stand for: clothes, or in the offline sample digits."""
    return CLOTHES if store.find("fashion-mnist", *PARTS) else tuple("0123456789")


def _read_idx(path) -> np.ndarray:
    """An array in the idx format: two zero bytes, type 8 for uint8, number of axes, big-endian lengths, items."""
    with gzip.open(path) as file:
        content = file.read()
    axes = content[3]
    shape = np.frombuffer(content, ">u4", count=axes, offset=4)
    return np.frombuffer(content, np.uint8, offset=4 + 4 * axes).reshape(shape).copy()
