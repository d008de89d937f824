"""The table of marks and its JSON."""

import json
from dataclasses import replace

from rich.console import Console

from hiddenlayers.grading.reasons import Reason
from hiddenlayers.grading.result import Result
from hiddenlayers.grading.score import Check
from hiddenlayers.report.table import exercise_table, marks_tables, results_json, summary

CHECKS = (
    Check("01", "area-check", "area", 2, 2.0),
    Check("01", "area-hidden", "area", 3, 0.0, "too [small]", hidden=True),
    Check("01", "why", "why", 2, None, "사람의 채점을 기다립니다.", waiting=True),
)
GOOD = Result("김 철수", "01", CHECKS, seconds=1.25, memory_mb=210, language="ko")
LOOK = Result("o'brien [1]", "01", CHECKS, (Reason("kernel-died"),))
LOST = Result("lost", "02", tuple(CHECKS[:1]), (Reason("empty", {"name": "[x].ipynb"}),), ungradable=True)


def shown(*tables, width=140):
    console = Console(width=width, record=True, file=open("/dev/null", "w"))  # noqa: SIM115
    for table in tables:
        console.print(table)
    return console.export_text()


def test_each_student_has_a_row_with_points_by_exercise():
    text = shown(*marks_tables([GOOD, LOOK, LOST], width=140))
    (row,) = [line for line in text.splitlines() if "김 철수" in line]
    assert [part.strip() for part in row.split("│")[1:-1]] == [
        "김 철수",
        "2",
        "0",
        "2 / 7",
        "2",
        "1.2",
        "210",
        "graded",
    ]
    assert "o'brien [1]" in text
    assert "look: The kernel died" in text
    assert "ungradable: [x].ipynb is empty" in text


def test_each_chapter_has_a_table():
    assert [table.title for table in marks_tables([GOOD, LOOK, LOST])] == ["01", "02"]


def class_of(students, exercises):
    """A class with marks like a real one's, two of them with a long reason."""
    checks = tuple(Check("02", f"exercise-{n}-check", f"exercise-{n}", 2, n % 3) for n in range(exercises))
    restored = Reason("restored", {"cells": "confusion-matrix-check, confusion-matrix-hidden"})
    notes = {
        3: (Reason("kernel-died"),),
        7: (Reason("not-json", {"detail": "Unterminated string"}), restored),
    }
    return [
        Result(
            f"student-{n:02d}",
            "02",
            checks,
            notes.get(n, ()),
            ungradable=n == 7,
            seconds=100 + n,
            memory_mb=1000 + n,
        )
        for n in range(students)
    ]


def test_many_exercises_are_numbered_with_a_key():
    results = class_of(1, 12)
    lines = shown(*marks_tables(results, width=120), width=120).splitlines()
    assert "1=exercise-0 · 2=exercise-1" in " ".join(lines)
    assert any("12 / 24" in line for line in lines)


def test_a_class_is_readable_at_80_columns():
    results = class_of(30, 9)
    text = shown(*marks_tables(results, width=80), width=80)
    rows = [
        [part.strip() for part in line.split("│")[1:-1]] for line in text.splitlines() if line.startswith("│")
    ]
    assert {len(row) for row in rows} == {6}, "no columns by exercise"
    assert [row[0] for row in rows if row[0]] == [result.student for result in results]
    assert rows[0] == ["student-00", "9 / 18", "", "100.0", "1000", "graded"]
    words = {word for result in results for word in f"{result.state} {result.reason}".split()}
    shown_words = {word for row in rows for word in row[5].split()}
    assert {word.rstrip(":") for word in shown_words} == {word.rstrip(":") for word in words}, (
        "no word is broken"
    )


def test_a_name_longer_than_a_column_is_folded_not_cut():
    name = "a-very-long-name-of-a-student@a-university.example"
    rows = shown(*marks_tables([Result(name, "01", CHECKS)], width=80), width=80).splitlines()
    assert "".join(row.split("│")[1].strip() for row in rows if row.startswith("│")) == name


def test_the_summary_counts_states_and_who_waits():
    results = [GOOD, LOOK, LOST, replace(GOOD, skipped=True)]
    assert summary(results, 83.4) == (
        "4 submissions: 2 graded, 1 to look at, 1 ungradable (1 unchanged); "
        "3 with an answer that waits for a person. It took 1 min 23 s."
    )
    assert summary([replace(GOOD, checks=CHECKS[:2])], 2) == "1 submission: 1 graded. It took 2 s."


def test_a_learner_sees_every_check_in_their_language():
    text = shown(exercise_table(GOOD), width=80)
    for part in (
        "연습문제",
        "area-hidden",
        "0 / 3",
        "too [small]",
        "2 / 7",
        "2점은 사람의 채점을 기다립니다.",
    ):
        assert part in text


def test_json_has_the_marks_and_what_follows_from_them():
    entry = json.loads(results_json([LOOK]))[0]
    assert entry["checks"][1]["reason"] == "too [small]"
    assert (entry["total"], entry["max"], entry["waiting"], entry["state"]) == (2, 7, 2, "look")
    assert entry["notes"] == [{"code": "kernel-died", "values": {}}]
