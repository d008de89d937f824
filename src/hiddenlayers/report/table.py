"""The marks of a class: as tables for the terminal and as JSON for programs."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby

from rich.table import Table
from rich.text import Text

from hiddenlayers.grading.result import Result

MAX_NAMES = 40  # characters of the exercises' names together; longer ones become numbers with a key
STATE_STYLE = {"graded": "green", "look": "yellow", "ungradable": "red"}


def marks_tables(results: Sequence[Result]) -> list[Table]:
    """One table a chapter: a row a student, with points by exercise.

    Args:
        results: sorted by chapter, as `grade_course` returns them.
    """
    return [
        _table(chapter, list(group)) for chapter, group in groupby(results, key=lambda each: each.chapter)
    ]


def exercise_table(result: Result) -> Table:
    """The checks of one notebook, in its language: what a learner sees who grades it without a course."""
    korean = result.language == "ko"
    table = Table(title=result.chapter, caption=" ".join(note.text(result.language) for note in result.notes))
    for name in ("연습", "검사", "점수", "이유") if korean else ("Exercise", "Check", "Points", "Reason"):
        table.add_column(name, overflow="fold", justify="right" if name in ("점수", "Points") else "left")
    previous = ""
    for check in result.checks:
        style = "" if check.score is None else "green" if check.score >= check.points else "red"
        points = Text(f"{'–' if check.score is None else f'{check.score:g}'} / {check.points:g}", style)
        exercise = "" if check.exercise == previous else check.exercise
        previous = check.exercise
        table.add_row(Text(exercise), Text(check.grade_id), points, Text(check.reason))
    table.add_section()
    table.add_row(
        "합계" if korean else "Total", "", f"{result.total:g} / {result.max:g}", _waiting(result, korean)
    )
    return table


def results_json(results: Sequence[Result]) -> str:
    """Results as a JSON list: the fields of `Result` and its total, max, waiting points, state and reason."""
    entries = [
        asdict(result)
        | {
            "total": result.total,
            "max": result.max,
            "waiting": result.waiting,
            "state": result.state,
            "reason": result.reason,
        }
        for result in results
    ]
    return json.dumps(entries, ensure_ascii=False, indent=1)


def _table(chapter: str, results: list[Result]) -> Table:
    exercises = list(dict.fromkeys(name for result in results for name in result.exercises()))
    table = Table(title=chapter)
    table.add_column("Student", overflow="fold")
    numbered = sum(map(len, exercises)) > MAX_NAMES
    for number, name in enumerate(exercises, start=1):
        table.add_column(str(number) if numbered else Text(name), justify="right", no_wrap=True)
    if numbered:
        key = (f"{number} {name}" for number, name in enumerate(exercises, start=1))
        table.caption = Text(" · ".join(key))
    for name in ("Total", "Waiting", "Seconds"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("State", min_width=20)
    for result in results:
        points = result.exercises()
        cells = [f"{points[name][0]:g}" if name in points else "" for name in exercises]
        state = Text(result.state, STATE_STYLE[result.state])
        if result.reason:
            state.append(f": {result.reason}", style="default")
        table.add_row(
            Text(result.student),
            *cells,
            f"{result.total:g} / {result.max:g}",
            f"{result.waiting:g}" if result.waiting else "",
            f"{result.seconds:.1f}",
            state,
        )
    return table


def _waiting(result: Result, korean: bool) -> str:
    if not result.waiting:
        return ""
    return (
        f"{result.waiting:g}점은 사람의 채점을 기다립니다."
        if korean
        else f"{result.waiting:g} wait for a person."
    )
