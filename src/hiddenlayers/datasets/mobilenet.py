"""Weights that MobileNets have learned from ImageNet, for `keras.applications`, and the names of its classes."""

import json
from pathlib import Path

from hiddenlayers.datasets import store
from hiddenlayers.datasets.manifest import select


def v2_weights() -> Path | None:
    """The file for `keras.applications.MobileNetV2(alpha=0.35, include_top=False, weights=…)`; None without it.

    None while grading too. Prints once why where the file can't be had.

    Raises:
        HiddenLayersError: HIDDENLAYERS_DATA does not name a folder.
    """
    found = store.find("weights", "MobileNetV2")
    return found[0].path if found else None


def classifier_weights() -> Path | None:
    """The file for `keras.applications.MobileNet(alpha=0.25, weights=…)`; None without it or without `class_names`.

    Only a file that is here: it is never fetched. None while grading.

    Raises:
        HiddenLayersError: HIDDENLAYERS_DATA does not name a folder.
    """
    (weights,) = select(["weights"])
    found = store.find_good(weights, "MobileNet") if store.find("weights", "class names") else None
    return found.path if found else None


def class_names() -> list[str]:
    """What the 1,000 classes of ImageNet are called, in the order of a network's outputs.

    Raises:
        FileNotFoundError: they are not here, as `classifier_weights` says beforehand.
        HiddenLayersError: HIDDENLAYERS_DATA does not name a folder.
    """
    found = store.find("weights", "class names")
    if not found:
        raise FileNotFoundError("imagenet_class_index.json")
    names = json.loads(found[0].path.read_text(encoding="utf-8"))
    return [names[str(number)][1].replace("_", " ") for number in range(len(names))]
