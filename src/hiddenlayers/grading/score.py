"""Marks of an executed notebook: nbgrader's rules, but stderr is free and only what ran earns points."""

import copy
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from nbformat import NotebookNode
from nbgrader import utils

from hiddenlayers.grading.intake import language_of
from hiddenlayers.grading.reasons import Reason
from hiddenlayers.grading.reference import Reference

MAX_CHECK_MESSAGE = 600  # characters of what a check itself says
MAX_ERROR_MESSAGE = 300  # characters of any other exception's text
COLOUR = re.compile("\x1b\\[[0-9;]*[A-Za-z]")


@dataclass(frozen=True)
class Check:
    """One graded cell of one submission.

    `score` is None while a person has to give it (`waiting`), and for a hidden check of which a release holds
    nothing; `reason` says in the learner's language why points are missing.
    """

    notebook: str
    grade_id: str
    exercise: str
    points: float
    score: float | None
    reason: str = ""
    hidden: bool = False
    waiting: bool = False


def score_notebook(notebook: NotebookNode, reference: Reference) -> list[Check]:
    """The marks of every graded cell of the reference, in its order; `sanitize` has put them all in."""
    cells = {
        cell.metadata.nbgrader["grade_id"]: cell for cell in notebook.cells if "nbgrader" in cell.metadata
    }
    language = language_of(notebook)
    stubs = set(unanswered(notebook))
    checks = []
    for entry in reference.cells:
        if not entry.graded:
            continue
        if entry.withheld:
            score, reason = None, Reason("hidden").text(language)
        else:
            score, reason = _mark(cells[entry.grade_id], language)
        if score == 0:
            reason = _cause(entry.exercise, cells, stubs, reason, language)
        checks.append(
            Check(
                notebook=reference.name,
                grade_id=entry.grade_id,
                exercise=entry.exercise,
                points=entry.points,
                score=score,
                reason=without_hidden(reason, reference.hidden_lines),
                hidden=entry.hidden or entry.withheld,
                waiting=score is None and not entry.withheld,
            )
        )
    return checks


def unanswered(notebook: NotebookNode) -> list[str]:
    """Ids of the answer cells that hold the untouched stub."""
    return [
        cell.metadata.nbgrader["grade_id"]
        for cell in notebook.cells
        if utils.is_solution(cell) and cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(cell)
    ]


def without_hidden(text: str, hidden_lines: Iterable[str]) -> str:
    """The text without the lines in which, colours aside, a line of a hidden check stands."""
    lines = [(line, COLOUR.sub("", line)) for line in text.split("\n")]
    return "\n".join(line for line, plain in lines if not any(hidden in plain for hidden in hidden_lines))


def _mark(cell: NotebookNode, language: str) -> tuple[float | None, str]:
    if utils.is_task(cell):
        return None, Reason("waiting").text(language)
    if not utils.is_solution(cell) and cell.cell_type == "code":
        if errors := [output for output in cell.outputs if output.output_type == "error"]:
            return 0.0, error_message(errors[0])
        if cell.execution_count is None:
            return 0.0, Reason("not-run").text(language)
    score, points = _nbgrader_grade(cell)
    if score is None:
        return None, Reason("waiting").text(language)
    return score, "" if score == points else f"{score:g} / {points:g}"


def _cause(
    exercise: str, cells: Mapping[str, NotebookNode], stubs: Collection[str], reason: str, language: str
) -> str:
    """The reason nearer to the learner: no answer, or the error for which the answer defined nothing."""
    if exercise in stubs:
        return Reason("no-answer").text(language)
    if reason.startswith("NameError") and exercise in cells:
        for output in cells[exercise].get("outputs", []):
            if output.output_type == "error":
                return Reason("answer-failed", {"error": error_message(output)}).text(language)
    return reason


def _nbgrader_grade(cell: NotebookNode) -> tuple[float | None, float]:
    quiet = copy.deepcopy(cell)
    if quiet.cell_type == "code":
        quiet.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
    try:
        return utils.determine_grade(quiet)
    except (KeyError, ValueError):  # the check's last value is no share of its points, so it means nothing
        points = float(cell.metadata.nbgrader["points"])
        return points, points


def error_message(output: NotebookNode) -> str:
    """What an error output says, in short: the message of a check or of the grader, else type and message."""
    name, text = output.ename, output.evalue.strip()
    if name in ("AssertionError", "CheckFailed", "GradingError") and text:
        return _cut(text, MAX_CHECK_MESSAGE)
    return f"{name}: {_cut(text, MAX_ERROR_MESSAGE)}" if text else name


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
