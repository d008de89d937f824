"""What check cells call: strict comparisons, facts about Keras models, messages in the learner's language.

A check takes the value that the learner's code returned and what it should be, and raises `CheckFailed` with
what was expected, what was found and, where the check gives a hint, where to look. Types are judged by
`type(value)`, never by `==` or `isinstance` alone, so an object that claims to equal everything does not pass.

Most functions take `what`, the expression being judged (such as "scale_images(images)"), and a hint in both
languages, `en` and `ko`.
"""

import contextlib
import copy
import os
import re
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from hiddenlayers.course import DEFAULT_SEED
from hiddenlayers.session import say


class CheckFailed(AssertionError):  # noqa: N818  (learners read this name)
    """A learner's answer is not what its task asks for. The message is for the learner."""

    def _render_traceback_(self) -> list[str]:
        """What Jupyter shows: the message, without the check's own code."""
        return [f"✗ {self}"]


# --- the other process -----------------------------------------------------------------------------------------


class Border(Protocol):
    """The way to the learner's code where it runs in another process than the check (grading.judge)."""

    changed: list[Any]
    """Arguments whose copies the learner's code has changed, in order."""

    def seed(self, number: int) -> None:
        """Seed the other process too before its next call."""

    def describe(self, model: Any) -> "ModelFacts | None":
        """The facts of a model that is there; None for one that never went."""


class Elsewhere:
    """What stands here for an object that stayed in the learner's process: it has a type's name and equals nothing."""

    is_model = False

    def __init__(self, type_name: str):
        self.type_name = type_name

    def __eq__(self, other: object) -> bool:
        return False

    __hash__ = object.__hash__


border: Border | None = None  # set by the judge while a check runs; in a kernel there is none


# --- seeds -----------------------------------------------------------------------------------------------------


def seed(number: int) -> None:
    """Seed Python, NumPy and Keras before a call whose result depends on chance."""
    import keras

    if border is not None:
        border.seed(number)
    keras.utils.set_random_seed(number)


def rng(name: str) -> np.random.Generator:
    """A generator drawn from the course's seed and `name`: a hidden check takes its arguments from it.

    The course's seed comes from HIDDENLAYERS_SEED, which grading sets; without it a default is used.
    """
    course_seed = int(os.environ.get("HIDDENLAYERS_SEED") or DEFAULT_SEED)
    return np.random.default_rng([course_seed, zlib.crc32(name.encode())])


# --- comparisons -----------------------------------------------------------------------------------------------


def equal(actual: Any, expected: Any, what: str, *, en: str = "", ko: str = "") -> None:
    """Require `actual` to be exactly `expected`, in type too.

    int, float, bool and str accept Python's own and NumPy's scalars of that kind (an int is no bool and no float).
    Where a list, a tuple or an array is expected, any of these, or a tensor, of the same shape and items will do.

    Raises:
        CheckFailed: on another type, shape or value.
    """
    hint = say(en, ko)
    if isinstance(expected, dict):
        _require(type(actual) is dict, what, say("a dict", "dict"), describe_value(actual), hint)
        _require(set(actual) == set(expected), what, _keys(expected), _keys(actual), hint)
        for key, value in expected.items():
            equal(actual[key], value, f"{what}[{key!r}]", en=en, ko=ko)
    elif isinstance(expected, (list, tuple, np.ndarray)):
        _equal_items(actual, expected, what, hint)
    else:
        expected_kind, actual_kind = _scalar_kind(expected), _scalar_kind(actual)
        same_type = actual_kind == expected_kind and (actual_kind or type(actual) is type(expected))
        same = bool(same_type and actual == expected)
        _require(same, what, describe_value(expected), describe_value(actual), hint)


def close(
    actual: Any,
    expected: Any,
    what: str,
    *,
    rtol: float = 1e-5,
    atol: float = 1e-6,
    en: str = "",
    ko: str = "",
) -> None:
    """Require numbers within `atol + rtol * |expected|` of `expected`, in the same shape.

    Numbers, arrays, tensors and nested lists of numbers are compared alike; NaN is never close.

    Raises:
        CheckFailed: on another shape, or values further away.
    """
    hint = say(en, ko)
    expected = np.asarray(expected, dtype=np.float64)
    found = _numbers(actual, what, hint)
    _require(
        found.shape == expected.shape, what, _shape_words(expected.shape), _shape_words(found.shape), hint
    )
    wrong = ~np.isclose(found, expected, rtol=rtol, atol=atol)
    if wrong.any():
        _fail_at(what, expected, found, wrong, hint)


def array(
    actual: Any,
    what: str,
    *,
    shape: tuple[int | None, ...] | None = None,
    dtype: str | None = None,
    en: str = "",
    ko: str = "",
) -> np.ndarray:
    """Require a NumPy array (a tensor will do, a list will not) and return it as a NumPy array.

    Args:
        actual: the value.
        what: the expression being judged.
        shape: the shape; None where any length will do.
        dtype: a dtype's name such as "float32", or "float", "int", "bool" for any of that kind.
        en: a hint in English.
        ko: the hint in Korean.

    Raises:
        CheckFailed: on another type, shape or dtype, in that order.
    """
    hint = say(en, ko)
    found = _as_array(actual)
    _require(found is not None, what, say("a NumPy array", "NumPy 배열"), describe_value(actual), hint)
    if shape is not None:
        fits = found.ndim == len(shape) and all(
            wanted is None or wanted == length for wanted, length in zip(shape, found.shape, strict=True)
        )
        _require(fits, what, _shape_words(shape), _shape_words(found.shape), hint)
    if dtype is not None:
        kinds = {"float": "f", "int": "iu", "bool": "b"}
        fits = found.dtype.kind in kinds[dtype] if dtype in kinds else found.dtype == np.dtype(dtype)
        wanted = _kind_words(np.dtype(dtype)) if dtype in kinds else f"dtype {dtype}"
        _require(fits, what, wanted, f"dtype {found.dtype}", hint)
    return found


def at_least(actual: Any, bound: float, what: str, *, en: str = "", ko: str = "") -> None:
    """Require a number that is `bound` or more.

    Raises:
        CheckFailed: for a smaller number, NaN, or anything that is not one number.
    """
    hint = say(en, ko)
    found = _numbers(actual, what, hint)
    _require(found.shape == (), what, say("a number", "수 하나"), describe_value(actual), hint)
    _require(
        bool(found >= bound), what, say(f"at least {bound:g}", f"{bound:g} 이상"), f"{float(found):.4g}", hint
    )


def that(condition: bool, en: str, ko: str) -> None:
    """Require a condition of the check's own, with a message of its own in both languages.

    Raises:
        CheckFailed: with the message, unless the condition is exactly True.
    """
    if not (type(condition) in (bool, np.bool_) and bool(condition)):
        raise CheckFailed(say(en, ko))


@contextlib.contextmanager
def raises(kinds: type | tuple[type, ...], what: str, *, en: str = "", ko: str = "") -> Iterator[None]:
    """Require the block to raise one of `kinds`, built-in exceptions that the task names.

    Raises:
        CheckFailed: where nothing, or something else, is raised.
    """
    names = " / ".join(kind.__name__ for kind in (kinds if isinstance(kinds, tuple) else (kinds,)))
    try:
        yield
    except kinds as error:
        if isinstance(error, NotImplementedError):  # the untouched stub is a RuntimeError too
            raise
        return
    except Exception as error:
        _require(False, what, names, type(error).__name__, say(en, ko))
    _require(False, what, names, say("no exception", "예외 없음"), say(en, ko))


@contextlib.contextmanager
def unchanged(**arguments: Any) -> Iterator[None]:
    """Require the block to leave its arguments, arrays or pandas tables named as in the task, as they were.

    Raises:
        CheckFailed: naming the argument that changed.
    """
    before = {name: copy.deepcopy(value) for name, value in arguments.items()}
    earlier = len(border.changed) if border else 0
    yield
    changed = border.changed[earlier:] if border else []
    for name, value in arguments.items():
        that(
            _same_data(before[name], value) and not any(_shares_data(value, other) for other in changed),
            f"Your code changes its argument {name}: work on a copy, so that the caller keeps the data.",
            f"인수 {name}의 내용이 바뀌었습니다. 호출한 쪽의 데이터가 남도록 사본으로 작업하십시오.",
        )


def _same_data(before: Any, after: Any) -> bool:
    """Whether nothing changed; missing values, which equal nothing, count as the same."""
    if hasattr(before, "equals"):
        return before.equals(after)
    if type(before) is not type(after):
        return False
    if isinstance(before, dict):
        return list(before) == list(after) and all(_same_data(before[key], after[key]) for key in before)
    if isinstance(before, list | tuple):
        return len(before) == len(after) and all(map(_same_data, before, after))
    if isinstance(before, np.ndarray) and before.dtype == after.dtype and before.dtype.kind in "fc":
        return np.array_equal(before, after, equal_nan=True)
    return np.array_equal(before, after)


def _shares_data(one: Any, other: Any) -> bool:
    arrays = type(one) is np.ndarray and type(other) is np.ndarray
    return one is other or (arrays and np.may_share_memory(one, other))


def passed(*what: str) -> None:
    """Print that the check is passed: one line of ✓ and the names of what was checked."""
    print(" ".join(f"✓ {name}" for name in what))


# --- Keras -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class LayerFacts:
    """What can be said of a layer: its class ("Dense"), configuration, shapes and number of parameters."""

    kind: str
    module: str
    name: str
    config: dict[str, Any]
    trainable: bool
    output_shape: tuple[int | None, ...] | None
    parameters: int


@dataclass(frozen=True)
class ModelFacts:
    """What can be said of a model: its layers in order (nested models opened, inputs left out), and how it is compiled.

    `loss`, `optimizer` and `metrics` are names such as "sparse_categorical_crossentropy", "adam" and ("accuracy",),
    weighted metrics among them; of several losses `loss` is the first. `loss_config` holds the loss's settings,
    such as {"from_logits": False}, where it was given as an object.
    """

    input_shape: tuple[int | None, ...] | None
    output_shape: tuple[int | None, ...] | None
    layers: tuple[LayerFacts, ...]
    parameters: int
    trainable_parameters: int
    loss: str | None
    loss_config: dict[str, Any]
    optimizer: str | None
    learning_rate: float | None
    metrics: tuple[str, ...]

    def of_kind(self, kind: str) -> tuple[LayerFacts, ...]:
        """The layers of one class, such as "Dense"."""
        return tuple(layer for layer in self.layers if layer.kind == kind)


def model(actual: Any, what: str, *, en: str = "", ko: str = "") -> Any:
    """Require a Keras model that has its weights, and return it.

    Raises:
        CheckFailed: for anything else, and for a model that does not know its input's shape yet.
    """
    import keras

    hint = say(en, ko)
    _require(
        issubclass(type(actual), keras.Model) or (issubclass(type(actual), Elsewhere) and actual.is_model),
        what,
        say("a Keras model", "Keras 모델"),
        describe_value(actual),
        hint,
    )
    that(
        actual.built,
        f"{what}: the model has no weights yet, for it knows no input shape: begin with keras.Input. {hint}".rstrip(),
        f"{what}: 입력 형상이 없어 가중치가 만들어지지 않았습니다. keras.Input으로 시작하십시오. {hint}".rstrip(),
    )
    return actual


def history(actual: Any, epochs: int, what: str, *, en: str = "", ko: str = "") -> None:
    """Require the History that `fit` returns, of exactly `epochs` epochs.

    Raises:
        CheckFailed: for anything else.
    """
    import keras

    hint = say(en, ko)
    wanted = say("the History that fit returns", "fit이 반환하는 History")
    _require(type(actual) is keras.callbacks.History, what, wanted, describe_value(actual), hint)
    found = len(actual.history.get("loss", ()))
    _require(
        found == epochs,
        what,
        say(f"{epochs} epochs", f"에포크 {epochs}번"),
        say(f"{found}", f"{found}번"),
        hint,
    )


def predict(model: Any, inputs: np.ndarray, *, training: bool = False) -> np.ndarray:
    """A model's output for a small batch, without the tracing that `model.predict` costs."""
    return np.asarray(model(inputs, training=training))


def weights(model: Any) -> list[np.ndarray]:
    """A model's weights, in the order of `model.get_weights()`."""
    return model.get_weights()


def describe(model: Any) -> ModelFacts:
    """The facts of a model."""
    found = border.describe(model) if border is not None else None
    return found or describe_here(model)


def describe_here(model: Any) -> ModelFacts:
    """The facts of a model of this process."""
    compiled = _compile_settings(model)
    loss, loss_config = _name_and_config(next(_one_by_one(compiled.get("loss")), None))
    optimizer, optimizer_config = _name_and_config(compiled.get("optimizer"))
    learning_rate = optimizer_config.get("learning_rate")
    return ModelFacts(
        input_shape=_static_shape(model, "input_shape"),
        output_shape=_static_shape(model, "output_shape"),
        layers=tuple(_layer_facts(layer) for layer in _open(model)),
        parameters=model.count_params(),
        trainable_parameters=sum(int(np.prod(weight.shape)) for weight in model.trainable_weights),
        loss=loss,
        loss_config=loss_config,
        optimizer=optimizer,
        learning_rate=learning_rate if isinstance(learning_rate, float) else None,
        metrics=tuple(
            _metric_name(setting)
            for key in ("metrics", "weighted_metrics")
            for setting in _one_by_one(compiled.get(key))
        ),
    )


def _open(model: Any) -> Iterator[Any]:
    """The layers of a model in order, those of models inside it too, without its inputs."""
    import keras

    for layer in model.layers:
        if isinstance(layer, keras.Model):
            yield from _open(layer)
        elif not isinstance(layer, keras.layers.InputLayer):
            yield layer


def _layer_facts(layer: Any) -> LayerFacts:
    return LayerFacts(
        kind=type(layer).__name__,
        module=type(layer).__module__,
        name=layer.name,
        config=layer.get_config(),
        trainable=layer.trainable,
        output_shape=_static_shape(layer.output, "shape") if hasattr(layer, "output") else None,
        parameters=layer.count_params() if layer.built else 0,
    )


def _static_shape(owner: Any, attribute: str) -> tuple[int | None, ...] | None:
    """A shape, or None where there is none or several."""
    shape = getattr(owner, attribute, None)
    plain = isinstance(shape, tuple) and all(length is None or isinstance(length, int) for length in shape)
    return tuple(shape) if plain else None


def _compile_settings(model: Any) -> dict[str, Any]:
    """What `compile` was given, as Keras would save it; nothing for a model that is not compiled."""
    try:
        return model.get_compile_config() or {}
    except Exception:  # a loss or metric of the learner's own that Keras can't save
        return {}


def _one_by_one(settings: Any) -> Iterator[Any]:
    """Losses or metrics, given alone, in lists, or by the names of the model's outputs."""
    if isinstance(settings, dict) and "class_name" not in settings:
        settings = list(settings.values())
    if isinstance(settings, (list, tuple)):
        for setting in settings:
            yield from _one_by_one(setting)
    elif settings is not None:
        yield settings


def _name_and_config(setting: Any) -> tuple[str | None, dict[str, Any]]:
    """The name, in snake case, and the settings of a loss, optimizer or metric as Keras saves it."""
    if setting is None:
        return None, {}
    config: dict[str, Any] = {}
    name = setting
    if isinstance(setting, dict):
        name, config = setting.get("class_name"), setting.get("config")
        if name == "function":
            name, config = config, {}
        config = config if isinstance(config, dict) else {}
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", str(name)).lower()
    short = {"mse": "mean_squared_error", "mae": "mean_absolute_error", "acc": "accuracy"}
    return short.get(name, name), config


def _metric_name(setting: Any) -> str | None:
    """The name of a metric; keras.metrics.Accuracy() compares values, not classes, so it is no "accuracy"."""
    name, _ = _name_and_config(setting)
    if name != "accuracy" or setting in ("accuracy", "acc"):
        return name
    own = isinstance(setting, dict) and setting.get("class_name") == "function"
    return "function accuracy" if own else "keras.metrics.Accuracy"


# --- words -----------------------------------------------------------------------------------------------------


def describe_value(value: Any) -> str:
    """A value in a few words: type, shape, dtype, and the value itself where it is short."""
    if value is None:
        return say("None (is a return missing?)", "None(return이 빠지지 않았습니까?)")
    kind = _scalar_kind(value)
    if kind:
        text = repr(value.item() if isinstance(value, np.generic) else value)
        return f"{kind} {text if len(text) <= 60 else text[:59] + '…'}"
    found = _as_array(value)
    if found is not None:
        values = ""
        if found.size and found.dtype.kind in "iufb":
            values = f", {found.min():.6g} … {found.max():.6g}"
        return f"{type(value).__name__} {_shape_words(found.shape)}, {found.dtype}{values}"
    if type(value) in (list, tuple, dict, set):
        name = type(value).__name__
        return say(f"{name} ({len(value)} items)", f"항목이 {len(value)}개인 {name}")
    name = value.type_name if issubclass(type(value), Elsewhere) else type(value).__name__
    return say(f"an object of type {name}", f"{name} 객체")


def _require(condition: bool, what: str, expected: str, found: str, hint: str = "") -> None:
    if not condition:
        raise CheckFailed(
            say(
                f"{what}: expected {expected}, found {found}.",
                f"{what}: 기대한 값은 {expected}, 나온 값은 {found}.",
            )
            + (f" {hint}" if hint else "")
        )


def _scalar_kind(value: Any) -> str | None:
    """The kind of a scalar ("int", "float", "bool", "str", "None"), or None for anything else."""
    if value is None:
        return "None"
    kind = type(value)
    for name, own, numpy_kind in (
        ("bool", bool, np.bool_),
        ("int", int, np.integer),
        ("float", float, np.floating),
        ("str", str, np.str_),
    ):
        if kind is own or (kind.__module__ == "numpy" and issubclass(kind, numpy_kind)):
            return name
    return None


def _as_array(value: Any) -> np.ndarray | None:
    """An array or tensor as a NumPy array, or None for anything else."""
    if type(value) is np.ndarray:
        return value
    tensorflow, keras = sys.modules.get("tensorflow"), sys.modules.get("keras")
    if tensorflow is not None and issubclass(type(value), (tensorflow.Tensor, tensorflow.Variable)):
        return value.numpy()
    if keras is not None and issubclass(type(value), keras.Variable):
        return np.asarray(value)
    return None


def _numbers(value: Any, what: str, hint: str) -> np.ndarray:
    """Numbers, alone or in nested lists or an array, as float64."""
    found = _as_array(value)
    if found is None and (_scalar_kind(value) in ("int", "float") or _is_nested_numbers(value)):
        with contextlib.suppress(ValueError):  # rows of unequal length
            found = np.asarray(value)
    fits = found is not None and found.dtype.kind in "iuf"
    _require(fits, what, say("numbers", "수"), describe_value(value), hint)
    return found.astype(np.float64)


def _is_nested_numbers(value: Any) -> bool:
    if type(value) in (list, tuple):
        return all(_is_nested_numbers(item) for item in value)
    array_of_one = _as_array(value)
    return _scalar_kind(value) in ("int", "float") or array_of_one is not None


def _equal_items(actual: Any, expected: Any, what: str, hint: str) -> None:
    """Require the same items in the same shape, whatever holds them."""
    holder = _as_array(actual)
    if holder is None:
        fits = type(actual) in (list, tuple)
        wanted = say("a list, tuple or array", "list, tuple 또는 배열")
        _require(fits, what, wanted, describe_value(actual), hint)
        holder = actual
    if isinstance(expected, np.ndarray) and isinstance(holder, np.ndarray):
        kinds = ("iu" if expected.dtype.kind in "iu" else expected.dtype.kind) + (
            "f" if expected.dtype.kind == "f" else ""
        )
        wanted = _kind_words(expected.dtype)
        _require(holder.dtype.kind in kinds, what, wanted, f"dtype {holder.dtype}", hint)
        _require(
            holder.shape == expected.shape,
            what,
            _shape_words(expected.shape),
            _shape_words(holder.shape),
            hint,
        )
        wrong = holder != expected
        if np.any(wrong):
            _fail_at(what, expected, holder, np.asarray(wrong), hint)
        return
    _require(
        not isinstance(holder, np.ndarray) or holder.ndim > 0,
        what,
        say(f"length {len(expected)}", f"길이 {len(expected)}"),
        "shape ()",
        hint,
    )
    _require(
        len(holder) == len(expected),
        what,
        say(f"length {len(expected)}", f"길이 {len(expected)}"),
        say(f"length {len(holder)}", f"길이 {len(holder)}"),
        hint,
    )
    for index, (one, other) in enumerate(zip(holder, expected, strict=True)):
        equal(one, other, f"{what}[{index}]", en=hint, ko=hint)


def _fail_at(what: str, expected: np.ndarray, found: np.ndarray, wrong: np.ndarray, hint: str) -> None:
    """Fail with the first place where two arrays of one shape differ."""
    index = tuple(int(i) for i in np.argwhere(wrong)[0]) if wrong.ndim else ()
    place = f"{what}[{', '.join(map(str, index))}]" if index else what
    share = say(
        f"{int(wrong.sum())} of {wrong.size} values differ.",
        f"{wrong.size}개 중 {int(wrong.sum())}개가 다릅니다.",
    )
    hint = f"{share} {hint}".strip() if wrong.size > 1 else hint
    wanted, given = (
        f"{value:.7g}" if value.dtype.kind in "fc" else str(value)
        for value in (expected[index], found[index])
    )
    _require(False, place, wanted, given, hint)


def _shape_words(shape: tuple[int | None, ...]) -> str:
    lengths = ["…" if length is None else str(length) for length in shape]
    return f"shape ({lengths[0]},)" if len(lengths) == 1 else f"shape ({', '.join(lengths)})"


def _kind_words(dtype: np.dtype) -> str:
    """What kind of dtype is wanted, where any of that kind will do."""
    words = {
        "f": ("floating-point", "실수"),
        "i": ("integer", "정수"),
        "u": ("integer", "정수"),
        "b": ("bool", "bool"),
    }
    en, ko = words.get(dtype.kind, (dtype.name, dtype.name))
    return say(f"{en} dtype", f"{ko} 자료형")


def _keys(mapping: dict) -> str:
    return "keys " + ", ".join(map(repr, mapping))
