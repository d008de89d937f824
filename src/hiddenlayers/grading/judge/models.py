"""How a model that the judge built goes to the learner's process, and what comes back of it: weights and flags.

A model goes over by Keras' own serialization, its variables as arrays beside it; a model with adapted layers
(a vocabulary, say) goes as the file that Keras saves.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np


def is_model(value: Any) -> bool:
    """Whether a value is a Keras model."""
    keras = sys.modules.get("keras")  # without Keras there is none
    return keras is not None and issubclass(type(value), keras.Model)


def pack(model: Any) -> dict[str, Any]:
    """A model as plain data."""
    if any(hasattr(layer, "adapt") for layer in layers(model)):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "model.keras")
            model.save(path)
            return {"file": path.read_bytes()}
    return {"config": model.to_json(), "variables": [np.asarray(variable) for variable in model.variables]}


def unpack(packed: dict[str, Any]) -> Any:
    """The reverse of `pack`. Only for what the judge has packed: it runs whatever a configuration names."""
    import keras

    if "file" in packed:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "model.keras")
            path.write_bytes(packed["file"])
            return keras.saving.load_model(path, safe_mode=False)
    model = keras.saving.deserialize_keras_object(json.loads(packed["config"]), safe_mode=False)
    for variable, value in zip(model.variables, packed["variables"], strict=True):
        variable.assign(value)
    return model


def layers(model: Any) -> Iterator[Any]:
    """A model and the layers in it, at any depth, each model before its own layers."""
    yield model
    for layer in getattr(model, "layers", ()):
        yield from layers(layer)


class State:
    """A model's weights and the trainable flag of each of its layers, in the order of `layers`."""

    def __init__(self, weights: list[np.ndarray], flags: list[bool]):
        self.weights, self.flags = weights, flags

    @classmethod
    def of(cls, model: Any) -> "State":
        return cls(model.get_weights(), [bool(layer.trainable) for layer in layers(model)])

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, State)
            and self.flags == other.flags
            and len(self.weights) == len(other.weights)
            and all(map(_same_bytes, self.weights, other.weights))
        )

    __hash__ = None

    def fits(self, other: "State") -> bool:
        """Whether two states are of models built alike."""
        return (
            len(self.flags) == len(other.flags)
            and len(self.weights) == len(other.weights)
            and all(
                one.shape == two.shape and one.dtype == two.dtype
                for one, two in zip(self.weights, other.weights, strict=True)
            )
        )

    def write_to(self, model: Any) -> None:
        """Give a model of this build these weights and flags."""
        if model.weights:
            model.set_weights(self.weights)
        for layer, flag in zip(layers(model), self.flags, strict=True):
            if layer.trainable != flag:
                layer.trainable = flag


def _same_bytes(one: np.ndarray, other: np.ndarray) -> bool:
    return one.shape == other.shape and one.dtype == other.dtype and one.tobytes() == other.tobytes()
