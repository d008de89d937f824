"""How tensors, data sets and Histories cross the border. TensorFlow is loaded where this is imported."""

from typing import Any

import keras
import numpy as np
import tensorflow as tf

from hiddenlayers.grading.judge.wire import Decoder, Encoder, RefusedError, WireError

MAX_BATCHES = 5_000
MAKERS = {"tensor": tf.constant, "variable": tf.Variable, "keras": keras.Variable}


def encode(encoder: Encoder, value: Any, level: int) -> list | None:
    """The node of a tensor, variable, ragged tensor, finite data set or History; None for anything else."""
    kind = type(value)
    if kind is tf.__internal__.EagerTensor:
        return _encode_tensor(encoder, "tensor", value.numpy(), level)
    if kind is tf.RaggedTensor:
        parts = [value.flat_values, *value.nested_row_splits]
        return ["tensorflow", "ragged", *(encoder.node(part, level + 1) for part in parts)]
    if kind is keras.callbacks.History:
        state = {name: getattr(value, name, None) for name in ("history", "params", "epoch")}
        return ["tensorflow", "history", encoder.node(state, level + 1)]
    if issubclass(kind, tf.data.Dataset):
        return _encode_dataset(encoder, value, level)
    if issubclass(kind, keras.Variable):
        return _encode_tensor(encoder, "keras", np.asarray(value), level)
    if issubclass(kind, tf.Variable):
        return _encode_tensor(encoder, "variable", value.numpy(), level)
    return None


def decode(decoder: Decoder, parts: list, level: int) -> Any:
    """The reverse of `encode`, for the node's parts after its tag."""
    kind, *parts = parts
    if kind == "ragged":
        flat, *splits = (decoder.value(part, level) for part in parts)
        if not all(type(part) is tf.__internal__.EagerTensor for part in (flat, *splits)):
            raise WireError("no ragged tensor")
        return tf.RaggedTensor.from_nested_row_splits(flat, splits, validate=True)
    if kind == "history":
        (state,) = parts
        return _history(decoder.value(state, level))
    if kind == "dataset":
        spec, *elements = parts
        return _dataset(_spec(spec), [decoder.value(element, level) for element in elements])
    (array,) = parts
    values = decoder.array_of(array, "biufcO", level)
    if values.dtype != object:
        return MAKERS[kind](values)
    if not all(type(item) is bytes for item in values.flat):
        raise WireError("no tensor")
    return MAKERS[kind](values, dtype=tf.string)


def _encode_tensor(encoder: Encoder, kind: str, value: Any, level: int) -> list | None:
    array = np.asarray(value, dtype=object if type(value) is bytes else None)
    if array.dtype.kind not in "biufcO":  # bfloat16 and the like
        return None
    return ["tensorflow", kind, encoder.node(array, level + 1)]


def _history(state: Any) -> keras.callbacks.History:
    if type(state) is not dict or type(state.get("history")) is not dict:
        raise WireError("no History")
    if not all(type(key) is str and type(values) is list for key, values in state["history"].items()):
        raise WireError("no History")
    history = keras.callbacks.History()
    history.history, history.params, history.epoch = (state[name] for name in ("history", "params", "epoch"))
    return history


def _encode_dataset(encoder: Encoder, dataset: tf.data.Dataset, level: int) -> list | None:
    spec = _encode_spec(dataset.element_spec)
    if spec is None:
        return None
    elements = []
    for element in dataset:
        if len(elements) == MAX_BATCHES:
            raise RefusedError("large")
        elements.append(encoder.node(element, level + 1))
    return ["tensorflow", "dataset", spec, *elements]


def _encode_spec(spec: Any) -> Any:
    """The form of a data set's elements: tensors, alone or in tuples and dicts; None for any other form."""
    if type(spec) is tf.TensorSpec:
        return ["tensor", spec.dtype.name, None if spec.shape.rank is None else spec.shape.as_list()]
    if type(spec) in (tuple, dict):
        parts = {str(name): _encode_spec(part) for name, part in _named(spec)}
        if None not in parts.values():
            return [type(spec).__name__, *parts.items()]
    return None


def _named(spec: tuple | dict) -> list[tuple[Any, Any]]:
    return list(spec.items() if type(spec) is dict else enumerate(spec))


def _spec(node: Any) -> Any:
    kind, *parts = node
    if kind == "tensor":
        dtype, shape = parts
        found = tf.dtypes.as_dtype(dtype)
        if not (
            found.is_bool or found.is_integer or found.is_floating or found.is_complex or found == tf.string
        ):
            raise WireError("no dtype")
        return tf.TensorSpec(shape, found)
    if kind not in ("tuple", "dict") or not all(type(name) is str for name, _ in parts):
        raise WireError("no data set")
    found = {name: _spec(part) for name, part in parts}
    return found if kind == "dict" else tuple(found.values())


def _dataset(spec: Any, elements: list) -> tf.data.Dataset:
    for element in elements:
        tf.nest.assert_same_structure(spec, element)
        for form, tensor in zip(tf.nest.flatten(spec), tf.nest.flatten(element), strict=True):
            if type(tensor) is not tf.__internal__.EagerTensor or not form.is_compatible_with(tensor):
                raise WireError("a batch of another form than its data set")
    dataset = tf.data.Dataset.from_generator(lambda: iter(elements), output_signature=spec)
    return dataset.apply(tf.data.experimental.assert_cardinality(len(elements)))
