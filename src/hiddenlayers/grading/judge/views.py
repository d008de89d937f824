"""What the judge holds in place of things that stay in the learner's process: a model, an exception."""

import builtins
from collections.abc import Callable
from typing import Any

import numpy as np

from hiddenlayers.check import Elsewhere, LayerFacts, ModelFacts
from hiddenlayers.grading.judge.wire import MAX_NAME, WireError

MAX_TEXT = 400
EXCEPTIONS = {
    name: kind
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, BaseException) and not issubclass(kind, BaseExceptionGroup)
}


class ModelView(Elsewhere):
    """A model in the learner's process: it predicts and gives its weights, all as arrays, and can be described.

    A check may call it as it would call the model, or hand it on to another of the learner's functions.
    """

    is_model = True

    def __init__(self, ask_for: Callable[..., Any], number: int, type_name: str, built: bool):
        super().__init__(type_name)
        self.number = number
        self.built = built
        self._ask_for = ask_for

    def __call__(self, inputs: Any, training: bool = False) -> np.ndarray:
        """The model's output for a batch."""
        return self._ask_for(_array, "predict", self, inputs, training)

    def predict(self, inputs: Any, batch_size: int | None = None, verbose: int = 0) -> np.ndarray:
        """The output of the model's own `predict`."""
        return self._ask_for(_array, "keras_predict", self, inputs, batch_size)

    def get_weights(self) -> list[np.ndarray]:
        """The model's weights."""
        return self._ask_for(_arrays, "weights", self)


def model_facts(claimed: Any) -> ModelFacts:
    """Facts of a model as they came from the learner's process, each of the type it should have.

    Raises:
        WireError: where one is missing, or of another type.
    """
    fields = _fields(claimed, MODEL_FIELDS)
    fields["layers"] = tuple(LayerFacts(**_fields(layer, LAYER_FIELDS)) for layer in fields["layers"])
    return ModelFacts(**fields)


def learner_error(claimed: Any) -> BaseException:
    """An exception of the learner's code as one of its nearest built-in class, with its own type's name.

    Its attribute `explanation` is its text and where in the learner's answer it arose.

    Raises:
        WireError: where the claim is none.
    """
    fields = _fields(claimed, dict.fromkeys(("type", "base", "message", "explanation"), _is_short))
    message, name = fields["message"], fields["type"][:MAX_NAME]
    base = EXCEPTIONS.get(fields["base"])
    if base in (
        StopIteration,
        StopAsyncIteration,
    ):  # it would end a map or a for loop of the check as if all were well
        base = RuntimeError
    if base is None or "\0" in name:
        raise WireError("no exception")
    members = {
        "__init__": lambda error, *_: None,  # some built-in classes want arguments of their own
        "__str__": lambda error: message,
        "explanation": fields["explanation"],
    }
    return type(name, (base,), members)(message)


def _fields(claimed: Any, wanted: dict[str, Callable[[Any], bool]]) -> dict[str, Any]:
    if type(claimed) is not dict or set(claimed) != set(wanted):
        raise WireError("other facts than were asked for")
    for name, fits in wanted.items():
        if not fits(claimed[name]):
            raise WireError(f"a {name} of another type")
    return dict(claimed)


def _array(value: Any) -> np.ndarray:
    if type(value) is not np.ndarray:
        raise WireError("no array")
    return value


def _arrays(value: Any) -> list[np.ndarray]:
    if type(value) is not list:
        raise WireError("no arrays")
    return [_array(item) for item in value]


def _is_short(value: Any) -> bool:
    return type(value) is str and len(value) <= MAX_TEXT


def _is_name(value: Any) -> bool:
    return value is None or _is_short(value)


def _is_count(value: Any) -> bool:
    return type(value) is int and value >= 0


def _is_shape(value: Any) -> bool:
    plain = type(value) is tuple and all(length is None or type(length) is int for length in value)
    return value is None or plain


def _is_config(value: Any) -> bool:
    return type(value) is dict and all(type(key) is str for key in value)


LAYER_FIELDS = {
    "kind": _is_short,
    "module": _is_short,
    "name": _is_short,
    "config": _is_config,
    "trainable": lambda value: type(value) is bool,
    "output_shape": _is_shape,
    "parameters": _is_count,
}
MODEL_FIELDS = {
    "input_shape": _is_shape,
    "output_shape": _is_shape,
    "layers": lambda value: type(value) is list,
    "parameters": _is_count,
    "trainable_parameters": _is_count,
    "loss": _is_name,
    "loss_config": _is_config,
    "optimizer": _is_name,
    "learning_rate": lambda value: value is None or type(value) is float,
    "metrics": lambda value: type(value) is tuple and all(map(_is_name, value)),
}
