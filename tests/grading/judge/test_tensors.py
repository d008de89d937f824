import math

import numpy as np
import pytest

from hiddenlayers.check import Elsewhere
from hiddenlayers.grading.judge.wire import RefusedError, WireError, decode, encode

from .crossing import bomb, cross, mutations, refused, same


@pytest.fixture(scope="module")
def tf():
    return pytest.importorskip("tensorflow")


@pytest.fixture(scope="module")
def keras(tf):
    return pytest.importorskip("keras")


TENSORS = {
    "float": lambda tf, keras: tf.constant([[1.5, 2.0]]),
    "int scalar": lambda tf, keras: tf.constant(3),
    "strings": lambda tf, keras: tf.constant(["a", "한"]),
    "string scalar": lambda tf, keras: tf.constant("a"),
    "no strings": lambda tf, keras: tf.constant([], dtype=tf.string),
    "no rows": lambda tf, keras: tf.zeros((0, 2), dtype=tf.int8),
    "variable": lambda tf, keras: tf.Variable([1.0, 2.0]),
    "keras variable": lambda tf, keras: keras.Variable(np.ones(2, "float32")),
    "ragged": lambda tf, keras: tf.ragged.constant([[1, 2], [], [3]]),
    "ragged twice": lambda tf, keras: tf.ragged.constant([[[1], []], [[2]]]),
    "ragged strings": lambda tf, keras: tf.ragged.constant([["a"], ["b", "c"]]),
}


@pytest.mark.parametrize("name", TENSORS)
def test_tensors_arrive_as_tensors(name, tf, keras):
    tensor = TENSORS[name](tf, keras)
    assert same(cross(tensor), tensor)
    assert same(cross({"a": [tensor, 1]}), {"a": [tensor, 1]})


def test_a_data_set_arrives_with_its_batches_and_its_form(tf):
    data = {"x": np.arange(10, dtype="float32").reshape(5, 2), "name": [b"a", b"b", b"c", b"d", b"e"]}
    dataset = tf.data.Dataset.from_tensor_slices((data, np.arange(5))).batch(2)
    found = cross(dataset)
    assert found.element_spec == dataset.element_spec
    assert len(found) == 3
    for _ in range(2):  # a second pass gives the same
        for (x, y), (other_x, other_y) in zip(found, dataset, strict=True):
            assert same(y, other_y)
            assert same(x, other_x)


def test_an_endless_data_set_is_refused(tf):
    with pytest.raises(RefusedError, match="large"):
        encode([tf.data.Dataset.range(2).repeat()])


def test_a_history_arrives_with_its_epochs(keras):
    history = keras.callbacks.History()
    history.history, history.params, history.epoch = (
        {"loss": [0.5, math.nan]},
        {"epochs": 2, "verbose": 0},
        [0, 1],
    )
    found = cross(history)
    assert type(found) is keras.callbacks.History
    assert same([found.history, found.params, found.epoch], [history.history, history.params, history.epoch])


def test_any_other_object_crosses_as_its_type(tf, keras):
    for odd in (
        type("Past", (keras.callbacks.History,), {})(),
        tf.constant([1.0], tf.bfloat16),
        tf.sparse.from_dense([1]),
        keras.Input((2,)),
        keras.layers.Dense(1),
        keras.Sequential(),
    ):
        found = cross(odd)
        assert type(found) is Elsewhere
        assert found.type_name == type(odd).__name__


def tensor(dtype, *shape):
    return ["tensorflow", "tensor", ["array", dtype, list(shape)]]


HOSTILE = {
    "a tensor of objects": bomb(["tensorflow", "tensor", ["objects", [1], None]]),
    "a tensor of nothing": bomb(["tensorflow", "tensor", None]),
    "a tensor of text": bomb(tensor("<U4", 1), raw=bytes(16)),
    "a tensor kind of their own": bomb(["tensorflow", "py_function", ["array", "|u1", [0]]]),
    "ragged rows out of order": bomb(
        ["tensorflow", "ragged", tensor("<i8", 1), tensor("<i8", 3)],
        raw=np.array([1, 0, 0, 9, 1, 0], "<i8").tobytes(),
    ),
    "a History of text": bomb(
        ["tensorflow", "history", ["dict", "history", "loss", "params", 1, "epoch", 1]]
    ),
    "a data set of other batches": bomb(["tensorflow", "dataset", ["tensor", "int64", [None]], ["list", 1]]),
    "a data set of tensors that do not fit": bomb(
        ["tensorflow", "dataset", ["tensor", "float32", [None]], tensor("<i8", 2)], raw=bytes(16)
    ),
    "a data set of a dtype of their own": bomb(["tensorflow", "dataset", ["tensor", "resource", []]]),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_tensors_end_in_one_clean_refusal(case, tf):
    refused(*HOSTILE[case])


def test_no_mutated_tensor_is_more_than_a_clean_refusal(tf, keras):
    values = [make(tf, keras) for make in TENSORS.values()]
    values += [tf.data.Dataset.range(3), keras.callbacks.History()]
    values[-1].history, values[-1].params, values[-1].epoch = {"loss": [0.5]}, {"epochs": 1}, [0]
    counted = 0
    for structure, raw in mutations(values, count=1_500, seed=23):
        try:
            decode(structure, raw)
        except WireError:
            counted += 1
    assert 750 < counted < 1_500
