"""The judge: runs check cells, with the learner's functions on the other side of the border."""

import contextlib
import io
import linecache
import os
import socket
import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hiddenlayers import check, session
from hiddenlayers.course import DEFAULT_SEED
from hiddenlayers.grading.judge.border import Border, NotJudgedError

MAX_OUTPUT = 1_000_000  # characters a cell


@dataclass(frozen=True)
class Verdict:
    """What became of a check cell: whether it passed, and its outputs as nbformat has them."""

    passed: bool
    outputs: tuple[dict[str, Any], ...]


class Judge:
    """Runs check cells against a learner's process that serves the other end of `connection`.

    It is meant to have a process to itself: it sets HIDDENLAYERS_SEED, HIDDENLAYERS_LANG and
    HIDDENLAYERS_PROFILE there, and one judge runs at a time.
    """

    def __init__(self, connection: socket.socket, language: str = "en", seed: int = DEFAULT_SEED):
        """Take a connection.

        Args:
            connection: a connected stream socket; `learner.serve` answers at its other end.
            language: the learner's, "en" or "ko".
            seed: the course's.
        """
        os.environ |= {
            "HIDDENLAYERS_SEED": str(seed),
            "HIDDENLAYERS_LANG": language,
            "HIDDENLAYERS_PROFILE": "grading",
        }
        self._border = Border(connection)

    @property
    def connected(self) -> bool:
        """Whether the learner's process still answers; if not, every further check that needs it fails."""
        return self._border.open

    def run(self, source: str, names: Iterable[str], *, hidden: bool, name: str = "check") -> Verdict:
        """Run one check cell in a fresh namespace.

        Args:
            source: the cell's code.
            names: what the exercise defines; the cell sees these, as stand-ins, and nothing else.
            hidden: drop what the learner's code prints, and show no line of the cell.
            name: the cell's, for tracebacks.
        """
        printed = io.StringIO()
        filename = f"<{name}>"
        if not hidden:
            linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
        self._border.show_printed = None if hidden else printed.write
        check.border = self._border
        failure = None
        try:
            with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
                namespace = self._border.begin(sorted(names))
                exec(compile(source, filename, "exec"), namespace | {"__name__": "__check__"})
        except BaseException as error:  # the learner's SystemExit too
            failure = _error_output(error, filename, hidden)
        finally:
            check.border = None
        outputs = []
        if text := printed.getvalue()[:MAX_OUTPUT]:
            outputs.append({"output_type": "stream", "name": "stdout", "text": _plain(text)})
        if failure:
            outputs.append(failure)
        return Verdict(failure is None, tuple(outputs))


def _error_output(error: BaseException, filename: str, hidden: bool) -> dict[str, Any]:
    """The output of a failed cell: as a kernel shows it, without the code of a hidden check."""
    name = type(error).__name__
    message = getattr(error, "explanation", None) or session.explain(error, None, {})
    if isinstance(error, check.CheckFailed | NotJudgedError):
        lines = [f"✗ {message}"]
    else:
        lines = [] if hidden else _lines(error, filename)
        lines.append(f"{name}: {message}" if message else name)
    return {
        "output_type": "error",
        "ename": _plain(name),
        "evalue": _plain(message),
        "traceback": [_plain(line) for line in lines],
    }


def _lines(error: BaseException, filename: str) -> list[str]:
    """The lines of the cell that an exception passed through."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"line {frame.lineno}: {frame.line}" for frame in frames if frame.filename == filename]


def _plain(text: str) -> str:
    """A text that can be written as UTF-8: half of a surrogate pair can't."""
    return text.encode("utf-8", "replace").decode()
