"""The table of marks and its JSON."""

import json

from rich.console import Console

from hiddenlayers.grading.reasons import Reason
from hiddenlayers.grading.result import Result
from hiddenlayers.grading.score import Check
from hiddenlayers.report.table import exercise_table, marks_tables, results_json

CHECKS = (
    Check("01", "area-check", "area", 2, 2.0),
    Check("01", "area-hidden", "area", 3, 0.0, "too [small]", hidden=True),
    Check("01", "why", "why", 2, None, "사람의 채점을 기다립니다.", waiting=True),
)
GOOD = Result("김 철수", "01", CHECKS, seconds=1.25, language="ko")
LOOK = Result("o'brien [1]", "01", CHECKS, (Reason("kernel-died"),))
LOST = Result("lost", "02", tuple(CHECKS[:1]), (Reason("empty", {"name": "[x].ipynb"}),), ungradable=True)


def shown(*tables):
    console = Console(width=140, record=True, file=open("/dev/null", "w"))  # noqa: SIM115
    for table in tables:
        console.print(table)
    return console.export_text()


def test_each_student_has_a_row_with_points_by_exercise():
    text = shown(*marks_tables([GOOD, LOOK, LOST]))
    (row,) = [line for line in text.splitlines() if "김 철수" in line]
    assert [part.strip() for part in row.split("│")[1:-1]] == [
        "김 철수",
        "2",
        "0",
        "2 / 7",
        "2",
        "1.2",
        "graded",
    ]
    assert "o'brien [1]" in text
    assert "look: The kernel died" in text
    assert "ungradable: [x].ipynb is empty" in text


def test_each_chapter_has_a_table():
    assert [table.title for table in marks_tables([GOOD, LOOK, LOST])] == ["01", "02"]


def test_many_exercises_are_numbered_with_a_key():
    checks = tuple(Check("01", f"e{number}", f"exercise-{number}", 1, 1.0) for number in range(12))
    lines = shown(*marks_tables([Result("ada", "01", checks)])).splitlines()
    assert max(map(len, lines)) < 120
    assert "1 exercise-0 · 2 exercise-1" in " ".join(lines)
    assert any("12 / 12" in line for line in lines)


def test_a_learner_sees_every_check_in_their_language():
    text = shown(exercise_table(GOOD))
    for part in ("연습", "area-hidden", "0 / 3", "too [small]", "2 / 7", "2점은 사람의 채점을 기다립니다."):
        assert part in text


def test_json_has_the_marks_and_what_follows_from_them():
    entry = json.loads(results_json([LOOK]))[0]
    assert entry["checks"][1]["reason"] == "too [small]"
    assert (entry["total"], entry["max"], entry["waiting"], entry["state"]) == (2, 7, 2, "look")
    assert entry["notes"] == [{"code": "kernel-died", "values": {}}]
