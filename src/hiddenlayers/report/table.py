"""The marks of a class: as tables for the terminal and as JSON for programs."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import groupby

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from hiddenlayers.grading.result import Result

FACTS = ("Points", "Waiting", "Seconds", "MB")
FRAME = 3  # what a column takes beside its text
MAX_WIDTH = 28  # a longer name is folded
LEAST_STATE = 20
MAX_NAMES = 40  # characters of the exercises' names together; longer ones become numbers with a key
STATE_STYLE = {"graded": "green", "look": "yellow", "ungradable": "red"}
SAID = {"look": "to look at", "ungradable": "ungradable"}


def marks_tables(results: Sequence[Result], width: int = 80) -> list[Table]:
    """One table a chapter: a row a student; with points by exercise where the width has room for them.

    Args:
        results: sorted by chapter, as `grade_course` returns them.
        width: characters in a line of the terminal.
    """
    chapters = groupby(results, key=lambda each: each.chapter)
    return [_table(chapter, list(group), width) for chapter, group in chapters]


def summary(results: Sequence[Result], seconds: float) -> str:
    """How many submissions came to what, and how long that took in all."""
    states = Counter(result.state for result in results)
    parts = [f"{states['graded']} graded"]
    parts += [f"{states[state]} {words}" for state, words in SAID.items() if states[state]]
    said = f"{len(results)} submission{'' if len(results) == 1 else 's'}: {', '.join(parts)}"
    if unchanged := sum(result.skipped for result in results):
        said += f" ({unchanged} unchanged)"
    if waiting := sum(bool(result.waiting) for result in results):
        said += f"; {waiting} with an answer that waits for a person"
    minutes, rest = divmod(round(seconds), 60)
    return f"{said}. It took {f'{minutes} min ' if minutes else ''}{rest} s."


def exercise_table(result: Result) -> Table:
    """The checks of one notebook, in its language: what a learner sees who grades it without a course."""
    korean = result.language == "ko"
    table = Table(title=result.chapter, caption=" ".join(note.text(result.language) for note in result.notes))
    heads = ("연습문제", "검사", "점수", "이유") if korean else ("Exercise", "Check", "Points", "Reason")
    columns = [[check.exercise for check in result.checks], [check.grade_id for check in result.checks]]
    for head, words in zip(heads[:2], columns, strict=True):
        table.add_column(head, overflow="fold", width=_widest([head, *words]))
    table.add_column(heads[2], justify="right", no_wrap=True)
    table.add_column(heads[3], overflow="fold")
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


def _table(chapter: str, results: list[Result], width: int) -> Table:
    exercises = list(dict.fromkeys(name for result in results for name in result.exercises()))
    numbered = sum(map(cell_len, exercises)) > MAX_NAMES
    heads = [str(number) if numbered else name for number, name in enumerate(exercises, start=1)]
    points = [[_points_of(result, name) for name in exercises] for result in results]
    facts = [_facts(result) for result in results]
    students, states = [result.student for result in results], [_state(result) for result in results]

    # Every column is as wide as its widest entry, but for the last, which has what is left and wraps between words
    head = _widest(["Student", *students])
    fixed = [_widest(column) for column in zip(FACTS, *facts, strict=True)]
    by_exercise = [_widest(column) for column in zip(heads, *points, strict=True)]
    texts = [state.plain for state in states]
    last = max(_longest_word(texts), min(LEAST_STATE, _widest(texts)))
    if sum(size + FRAME for size in (head, *fixed, *by_exercise, last)) + 1 > width:
        heads, by_exercise, points, numbered = [], [], [[] for _ in results], False

    table = Table(title=chapter, caption_justify="left")
    table.add_column("Student", overflow="fold", width=head)
    for name, size in zip((*heads, *FACTS), (*by_exercise, *fixed), strict=True):
        table.add_column(Text(name), overflow="fold", justify="right", width=size)
    table.add_column("State", overflow="fold")
    for student, *cells, state in zip(students, points, facts, states, strict=True):
        table.add_row(Text(student), *(cell for part in cells for cell in part), state)
    if numbered:
        key = (f"{number}={name}" for number, name in enumerate(exercises, start=1))
        table.caption = Text(" · ".join(key))
    return table


def _points_of(result: Result, exercise: str) -> str:
    points = result.exercises()
    return f"{points[exercise][0]:g}" if exercise in points else ""


def _facts(result: Result) -> tuple[str, ...]:
    """What stands under FACTS; nothing where there is nothing to say."""
    return (
        f"{result.total:g} / {result.max:g}",
        f"{result.waiting:g}" if result.waiting else "",
        f"{result.seconds:.1f}",
        str(result.memory_mb or ""),
    )


def _state(result: Result) -> Text:
    state = Text(result.state, STATE_STYLE[result.state])
    return state.append(f": {result.reason}", style="default") if result.reason else state


def _widest(texts: Iterable[str]) -> int:
    return min(MAX_WIDTH, max(map(cell_len, texts)))


def _longest_word(texts: Iterable[str]) -> int:
    return _widest(word for text in texts for word in text.split())


def _waiting(result: Result, korean: bool) -> str:
    if not result.waiting:
        return ""
    return (
        f"{result.waiting:g}점은 사람의 채점을 기다립니다."
        if korean
        else f"{result.waiting:g} wait for a person."
    )
