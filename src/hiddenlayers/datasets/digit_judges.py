"""Two trained LeNet-5 networks that say which digit an image shows: one for MNIST, one for its offline sample.

`scripts/train_digit_judges.py` trains them.
"""

from pathlib import Path
from typing import Any

import numpy as np

from hiddenlayers.datasets import store


def load_model() -> Any:
    """The network for the images that `mnist.load_data()` returns: MNIST's, or the offline sample's.

    Returns:
        A Keras model that is not compiled: images `(n, 28, 28, 1)` with ink 1.0 on 0.0 in, ten probabilities
        `(n, 10)` out, one a digit.

    Raises:
        HiddenLayersError: HIDDENLAYERS_DATA does not name a folder.
    """
    return trained("mnist" if store.find("mnist", "images") else "sample")


def trained(on: str) -> Any:
    """The network trained on "mnist" or on its offline "sample"; see `load_model`."""
    model = untrained()
    with np.load(weights_file(on), allow_pickle=False) as arrays:
        model.set_weights([arrays[name] for name in arrays.files])
    return model


def untrained() -> Any:
    """LeNet-5 with ReLU and max pooling: 61,706 parameters, drawn at random."""
    import keras

    layers = keras.layers
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            layers.Conv2D(6, 5, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(16, 5, activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(120, activation="relu"),
            layers.Dense(84, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ],
        name="digit_judge",
    )


def weights_file(on: str) -> Path:
    """Where the weights of the network trained on "mnist" or on the "sample" are."""
    return store.SAMPLES / f"digit_judge_{on}.npz"
