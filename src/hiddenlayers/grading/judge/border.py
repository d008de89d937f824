"""The judge's side of the border: asks the learner's process, and believes only what is plain data."""

import dataclasses
import itertools
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from hiddenlayers import check
from hiddenlayers.grading.judge import models
from hiddenlayers.grading.judge.channel import Channel
from hiddenlayers.grading.judge.views import ModelView, learner_error, model_facts
from hiddenlayers.grading.judge.wire import RefusedError, WireError, decode, encode
from hiddenlayers.session import say

MAX_LATE = 8  # answers to a judge before this one that may still come
MAX_FILES = 5_000
MAX_PRINTED = 20_000  # characters of what one call prints


class NotJudgedError(BaseException):
    """What the learner's code gave back can't be judged. The message is for the learner.

    No `Exception`: a check that waits for one must not take it for the learner's.
    """


class Border:
    """The way to the learner's code for the check that runs. Fulfils `check.Border`."""

    def __init__(self, connection: socket.socket):
        self.changed: list[Any] = []
        self.show_printed: Callable[[str], None] | None = None
        self._channel = Channel(connection)
        # Begins anywhere, so that an answer which a judge before this one asked for is known by its number
        self._numbers = itertools.count(int(np.random.SeedSequence().generate_state(1)[0]) >> 1)
        self._folder_numbers = itertools.count()
        self._forget()

    @property
    def open(self) -> bool:
        """Whether the learner's process can still be asked."""
        return self._channel.open

    def begin(self, names: list[str]) -> dict[str, Any]:
        """Begin a check cell: what stands in for each of these names that the learner has defined.

        A function is called there; anything else is read now, as plain data or a view.
        """
        self._forget()
        found = self._ask_for(_kinds_of_names, "begin", names)
        return {
            name: self._stand_in(name) if found[name] else self._ask("value", name)
            for name in names
            if name in found
        }

    def seed(self, number: int) -> None:
        self._seeds.append(int(number))

    def describe(self, model: Any) -> check.ModelFacts | None:
        """The facts of a view; of a model of the judge's own, with what the learner's code compiled it with."""
        if type(model) is ModelView:
            return self._facts(model)
        if id(model) not in self._own:
            return None
        there = self._facts(model)
        compiled = ("loss", "loss_config", "optimizer", "learning_rate", "metrics")
        return dataclasses.replace(
            check.describe_here(model), **{name: getattr(there, name) for name in compiled}
        )

    def _forget(self) -> None:
        self._seeds: list[int] = []
        self._views: dict[int, ModelView] = {}
        self._own: dict[int, tuple[int, Any]] = {}  # by id: number and model of the judge's that went over
        self._known: dict[int, models.State] = {}  # by number: its state as the learner's process knows it
        self._folders: dict[Path, int] = {}

    def _stand_in(self, name: str) -> Callable[..., Any]:
        def stand_in(*arguments: Any, **keywords: Any) -> Any:
            return self._ask("call", name, list(keywords), *arguments, *keywords.values())

        stand_in.__name__ = stand_in.__qualname__ = name
        return stand_in

    def _facts(self, model: Any) -> check.ModelFacts:
        return self._ask_for(model_facts, "facts", model)

    def _ask_for(self, take: Callable[[Any], Any], verb: str, *values: Any) -> Any:
        """What `take` makes of the answer; it raises WireError where that is not of the kind it wants."""
        answer = self._ask(verb, *values)
        try:
            return take(answer)
        except WireError as problem:
            raise _unjudgeable() from problem

    def _ask(self, verb: str, *values: Any) -> Any:
        """What the learner's process answers.

        Raises:
            the learner's own exception; NotJudgedError: where there is no answer, or none that is plain data.
        """
        mentioned: list[Any] = []

        def refer(value: Any) -> tuple | None:
            return self._refer(value, mentioned)

        seeds, self._seeds = self._seeds, []
        try:
            message = encode([verb, seeds, *values], refer, strict=True)
        except RefusedError as error:
            what = error.detail or error.code
            raise NotJudgedError(
                say(
                    f"This check hands over an argument that can't leave its process ({what}).",
                    f"이 검사가 건네는 인수는 프로세스 밖으로 보낼 수 없습니다({what}).",
                )
            ) from None
        for model in mentioned:
            self._bring_up_to_date(model)
        try:
            outcome, body, printed, changed, updates = self._exchange(message)
            self._take(printed, changed, updates, values)
            error = learner_error(body) if outcome == "error" else None
        except (WireError, ValueError, TypeError) as problem:
            raise _unjudgeable(lost=not self.open) from problem
        if error is not None:
            raise error
        if outcome != "value":
            raise _refused(body)
        return body

    def _exchange(self, message: Any) -> list:
        number = next(self._numbers) % 2**32
        self._channel.send(number, message)
        for _ in range(MAX_LATE):
            answered, structure, raw = self._channel.receive()
            if answered == number:
                return decode(structure, raw, self._resolve)
        raise WireError("no answer to what was asked")

    def _take(self, printed: Any, changed: Any, updates: Any, values: tuple) -> None:
        """Take in what an answer says beside the result."""
        if type(printed) is not str or type(changed) is not list or type(updates) is not list:
            raise WireError("no answer")
        if self.show_printed is not None and printed:
            self.show_printed(printed[:MAX_PRINTED])
        for index in changed:
            if type(index) is not int or not 0 <= index < len(values):
                raise WireError("no argument")
            self.changed.append(values[index])
        for update in updates:
            self._write_back(*update)

    def _write_back(self, number: Any, weights: Any, flags: Any) -> None:
        """Give a model of the judge's the weights and flags that it has in the learner's process."""
        own = dict(self._own.values())
        if (
            type(number) is not int
            or number not in own
            or type(weights) is not list
            or type(flags) is not list
        ):
            raise WireError("no model")
        if not all(type(weight) is np.ndarray for weight in weights) or not all(
            type(flag) is bool for flag in flags
        ):
            raise WireError("no weights")
        state = models.State(weights, flags)
        if not state.fits(self._known[number]):
            raise NotJudgedError(
                say(
                    "Your code changes the layers of the model that it is given. Make a model of your own instead.",
                    "인수로 받은 모델의 층 구성이 바뀌었습니다. 그 대신 새 모델을 만드십시오.",
                )
            )
        state.write_to(own[number])
        self._known[number] = state

    def _refer(self, value: Any, mentioned: list[Any]) -> tuple | None:
        """Which model or folder this is; `mentioned` takes note of the judge's own models."""
        if type(value) is ModelView:
            if self._views.get(value.number) is not value:
                raise RefusedError("type", "a model of an earlier check")
            return "learner", value.number
        if isinstance(value, Path) and value.is_dir():
            number = self._folders.setdefault(value, next(self._folder_numbers))
            return "folder", number, _files(value)
        if not models.is_model(value):
            return None
        if id(value) not in self._own:
            weights = {id(weight) for weight in value.weights}
            if any(id(weight) in weights for _, model in self._own.values() for weight in model.weights):
                raise RefusedError("type", "a model that shares layers with another argument")
            self._own[id(value)] = (len(self._own), value)
        mentioned.append(value)
        return "judge", self._own[id(value)][0]

    def _bring_up_to_date(self, model: Any) -> None:
        """Let the learner's process know a model of the judge's as it is now."""
        number, _ = self._own[id(model)]
        state = models.State.of(model)
        if number not in self._known:
            self._known[number] = state
            self._ask("put", number, models.pack(model))
        elif state != self._known[number]:
            self._known[number] = state
            self._ask("update", number, state.weights, state.flags)

    def _resolve(self, reference: Any) -> Any:
        owner, number, *rest = reference
        if owner == "judge" and not rest:
            return next(
                model for known, model in self._own.values() if type(number) is int and known == number
            )
        name, built = rest
        if owner != "learner" or type(number) is not int or type(name) is not str or type(built) is not bool:
            raise WireError("no model")
        if number not in self._views:
            self._views[number] = ModelView(self._ask_for, number, name, built)
        return self._views[number]


def _kinds_of_names(answer: Any) -> dict[str, bool]:
    if type(answer) is not dict or not all(type(kind) is bool for kind in answer.values()):
        raise WireError("no names")
    return answer


def _files(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    if len(paths) > MAX_FILES:
        raise RefusedError("large")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _refused(body: Any) -> NotJudgedError:
    """Why a result did not cross."""
    code, detail = body if type(body) is list and len(body) == 2 else ("", "")
    if code == "deep":
        return NotJudgedError(
            say(
                "The result is nested too deep to be judged, or holds itself.",
                "결과의 중첩이 너무 깊거나 결과가 자기 자신을 담고 있어 판정할 수 없습니다.",
            )
        )
    if code == "type" and type(detail) is str:
        return NotJudgedError(
            say(
                f"A {detail[:80]} in the result has keys or items that can't be judged.",
                f"결과에 든 {detail[:80]}의 키나 항목은 판정할 수 없습니다.",
            )
        )
    return NotJudgedError(
        say("The result is too large to be judged.", "결과가 너무 커서 판정할 수 없습니다.")
    )


def _unjudgeable(lost: bool = False) -> NotJudgedError:
    if lost:
        return NotJudgedError(
            say(
                "Your code's process has ended, or does not answer any more.",
                "작성한 코드의 프로세스가 종료되었거나 더는 응답하지 않습니다.",
            )
        )
    return NotJudgedError(
        say(
            "What your code gave back is no data that can be judged.",
            "코드가 돌려준 값은 판정할 수 있는 데이터가 아닙니다.",
        )
    )
