"""The learner's side of the border: runs in the learner's process, answers what the judge asks.

Everything here is in the learner's hands. Nothing that it says is trusted on the other side.
"""

import builtins
import contextlib
import io
import json
import shutil
import signal
import socket
import tempfile
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import numpy as np

from hiddenlayers import check, session
from hiddenlayers.grading.judge import models
from hiddenlayers.grading.judge.channel import Channel
from hiddenlayers.grading.judge.wire import (
    Decoder,
    Encoder,
    Message,
    RefusedError,
    WireError,
    encode,
    type_name,
)

MAX_PRINTED = 20_000  # characters a call
MAX_TEXT = 120  # characters of an exception's own text
MAX_EXPLANATION = 400
GROUPS = (ExceptionGroup, BaseExceptionGroup)  # they can't be made of a message alone


def serve(
    connection: socket.socket,
    namespace: dict[str, Any],
    limit: Callable[[], AbstractContextManager] = contextlib.nullcontext,
) -> None:
    """Answer the judge's requests, one after the other, until it hangs up.

    An interrupt (SIGINT) ends what the learner's code is doing, never the conversation.

    Args:
        connection: a connected stream socket.
        namespace: the globals of the learner's cells.
        limit: a context manager in which the learner's code runs, such as a time limit.
    """
    channel = Channel(connection)
    with _Interrupts() as interrupts:
        desk = _Desk(namespace, limit, interrupts)
        with contextlib.suppress(WireError):
            while True:
                number, structure, raw = channel.receive()
                channel.send(number, desk.answer(structure, raw))


class _Desk:
    """Answers single requests, and keeps the models that the judge knows by number."""

    def __init__(
        self, namespace: dict, limit: Callable[[], AbstractContextManager], interrupts: "_Interrupts"
    ):
        self._namespace = namespace
        self._limit = limit
        self._interrupts = interrupts
        self._kept: list[Any] = []  # the learner's models that the judge holds views of
        self._given: dict[int, Any] = {}  # the judge's models
        self._known: dict[int, models.State] = {}  # their state as the judge knows it
        self._folders: dict[int, Path] = {}
        self._arguments: list[tuple[Any, Any, memoryview]] = []  # of the call: value, node, bytes
        self._verbs = {
            "begin": self._begin,
            "value": self._value,
            "call": self._call,
            "put": self._put,
            "update": self._update,
            "predict": self._predict,
            "keras_predict": self._keras_predict,
            "weights": self._weights,
            "facts": self._facts,
        }

    def answer(self, structure: bytes, raw: bytearray) -> Message:
        """The answer to one request: ("value" | "error" | "refused", body, printed, changed arguments, models)."""
        printed = _Printed()
        encoder = Encoder(self._refer)
        self._arguments = []
        try:
            self._interrupts.wanted = True
            with self._limit(), contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
                outcome = ["value", encoder.node(self._perform(structure, raw))]
            self._interrupts.wanted = False
        except RefusedError as error:
            self._interrupts.wanted = False
            encoder, outcome = Encoder(self._refer), ["refused", ["list", error.code, error.detail]]
        except BaseException as error:  # whatever the learner's code raises, SystemExit too
            self._interrupts.wanted = False
            encoder = Encoder(self._refer)
            outcome = ["error", encoder.node(_facts_of_error(error, self._namespace))]
        try:
            rest = printed.getvalue(), self._changed(), self._updates() if self._arguments else []
            return encoder.message([*outcome, *map(encoder.node, rest)])
        except Exception:  # a result and models that together are too large, or a model that is broken now
            return encode(["refused", ["large", ""], "", [], []])

    def _perform(self, structure: bytes, raw: bytearray) -> Any:
        decoder = Decoder(structure, raw, self._resolve, copy=True)
        verb, seeds = decoder.next(), decoder.next()
        for number in seeds:
            check.seed(number)
        arguments = []
        for node in decoder.nodes[2:]:
            start = decoder.offset
            arguments.append(decoder.next())
            if verb == "call":
                self._arguments.append((arguments[-1], node, memoryview(raw)[start : decoder.offset]))
        decoder.finish()
        return self._verbs[verb](*arguments)

    def _begin(self, names: list[str]) -> dict[str, bool]:
        """Forget the cell before; which of these names exist, and whether each is to be called."""
        for folder in self._folders.values():
            shutil.rmtree(folder, ignore_errors=True)
        for store in (self._kept, self._given, self._known, self._folders):
            store.clear()
        found = {name: self._namespace[name] for name in names if name in self._namespace}
        return {name: callable(value) and not models.is_model(value) for name, value in found.items()}

    def _value(self, name: str) -> Any:
        return self._namespace[name]

    def _call(self, name: str, keywords: list[str], *arguments: Any) -> Any:
        if name not in self._namespace:
            raise NameError(f"name '{name}' is not defined")
        count = len(arguments) - len(keywords)
        return self._namespace[name](
            *arguments[:count], **dict(zip(keywords, arguments[count:], strict=True))
        )

    def _put(self, number: int, packed: dict) -> None:
        self._given[number] = models.unpack(packed)
        self._known[number] = models.State.of(self._given[number])

    def _update(self, number: int, weights: list, flags: list) -> None:
        self._known[number] = models.State(weights, flags)
        self._known[number].write_to(self._given[number])

    def _predict(self, model: Any, inputs: Any, training: bool) -> np.ndarray:
        return check.predict(model, inputs, training=training)

    def _keras_predict(self, model: Any, inputs: Any, batch_size: int | None) -> Any:
        return model.predict(inputs, batch_size=batch_size, verbose=0)

    def _weights(self, model: Any) -> list[np.ndarray]:
        return check.weights(model)

    def _facts(self, model: Any) -> dict[str, Any]:
        facts = check.describe(model)
        return vars(facts) | {"layers": [vars(layer) for layer in facts.layers]}

    def _changed(self) -> list[int]:
        """Which of the request's arguments are not any more what was sent."""
        return [index for index, argument in enumerate(self._arguments) if self._has_changed(*argument)]

    def _has_changed(self, value: Any, node: Any, raw: memoryview) -> bool:
        encoder = Encoder(self._refer)
        try:
            now = encoder.node(value)
        except Exception:
            return True
        if json.dumps(now) != json.dumps(node) or sum(map(len, encoder.raw)) != len(raw):
            return True
        for part in encoder.raw:
            if not np.array_equal(np.frombuffer(part, np.uint8), np.frombuffer(raw[: len(part)], np.uint8)):
                return True
            raw = raw[len(part) :]
        return False

    def _updates(self) -> list[tuple[int, list, list]]:
        """The judge's models that have other weights or flags than the judge knows."""
        states = {number: models.State.of(model) for number, model in self._given.items()}
        changed = {number: state for number, state in states.items() if state != self._known[number]}
        self._known |= changed
        return [(number, state.weights, state.flags) for number, state in changed.items()]

    def _refer(self, value: Any) -> tuple | None:
        """Which model this is: one of the judge's, or one that stays here."""
        if not models.is_model(value):
            return None
        for number, model in self._given.items():
            if model is value:
                return "judge", number
        number = next((number for number, model in enumerate(self._kept) if model is value), len(self._kept))
        if number == len(self._kept):
            self._kept.append(value)
        return "learner", number, type_name(value), value.built is True

    def _resolve(self, reference: tuple) -> Any:
        owner, number, *rest = reference
        if owner == "folder":
            return self._folder(number, *rest)
        return self._given[number] if owner == "judge" else self._kept[number]

    def _folder(self, number: int, files: dict[str, bytes]) -> Path:
        """The judge's folder, copied into the work folder the first time it is mentioned."""
        if number not in self._folders:
            folder = self._folders[number] = Path(tempfile.mkdtemp(prefix="folder-", dir=Path.cwd()))
            for name, content in files.items():
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        return self._folders[number]


def _facts_of_error(error: BaseException, namespace: dict[str, Any]) -> dict[str, str]:
    """An exception as plain data. Its text may fail to be made, in any way."""
    kinds = type.__dict__["__mro__"].__get__(type(error))
    base = next(kind for kind in kinds if vars(builtins).get(kind.__name__) is kind and kind not in GROUPS)
    message = explanation = "(no text)"
    with contextlib.suppress(BaseException):
        message = str(error)
        explanation = session.explain(error, error.__traceback__, namespace)
        if explanation == message:
            explanation = _cut(message, MAX_TEXT)
        message, explanation = _cut(message, MAX_TEXT), _cut(explanation, MAX_EXPLANATION)
    return {"type": type_name(error), "base": base.__name__, "message": message, "explanation": explanation}


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


class _Printed(io.StringIO):
    """Takes what a call prints, up to a bound."""

    def write(self, text: str) -> int:
        super().write(text[: max(0, MAX_PRINTED - self.tell())])
        return len(text)


class _Interrupts:
    """Lets SIGINT reach the learner's code and nothing else, so that no message is cut in two."""

    def __init__(self):
        self.wanted = False
        self._previous: Any = None

    def __enter__(self) -> "_Interrupts":
        if threading.current_thread() is threading.main_thread():
            self._previous = signal.signal(signal.SIGINT, self._handle)
        return self

    def __exit__(self, *_: object) -> None:
        if self._previous is not None:
            signal.signal(signal.SIGINT, self._previous)

    def _handle(self, *_: object) -> None:
        if self.wanted:
            self.wanted = False
            raise KeyboardInterrupt
