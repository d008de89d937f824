"""Marks: nbgrader's rules where they are right."""

import pytest
from nbformat import v4

from hiddenlayers.grading.reference import Reference
from hiddenlayers.grading.score import score_notebook
from tests.grading.small_course import answered, at, check, source_notebook

REFERENCE = Reference.of(source_notebook(), "01-shapes")


def scored(language="en", **outputs):
    """Scores and reasons of a notebook all of whose cells ran, with these outputs."""
    notebook = answered(language)
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            cell.execution_count = number
    for grade_id, output in outputs.items():
        at(notebook, grade_id.replace("_", "-")).outputs = [output]
    return {mark.grade_id: mark for mark in score_notebook(notebook, REFERENCE)}


def failure(name, message):
    return v4.new_output("error", ename=name, evalue=message, traceback=["secret traceback"])


def test_a_check_that_ran_without_a_word_has_its_points():
    marks = scored()
    assert [mark.score for mark in marks.values()] == [2, 2, 1, 3, None]
    assert [mark.points for mark in marks.values()] == [2, 2, 1, 3, 2]
    assert [mark.exercise for mark in marks.values()] == ["area", "area", "double", "double", "why"]
    assert marks["why"].waiting


def test_stderr_costs_nothing():
    output = v4.new_output("stream", name="stderr", text="W0000 something about a GPU")
    assert scored(area_check=output)["area-check"].score == 2


@pytest.mark.parametrize(
    ("result", "score"), [("0.5", 0.5), ("0", 0), ("2", 2), ("3", 2), ("'fine'", 2), ("nan", 2), ("-1", 2)]
)
def test_a_last_value_within_the_points_is_the_score(result, score):
    output = v4.new_output("execute_result", data={"text/plain": result})
    assert scored(area_check=output)["area-check"].score == score


def test_a_picture_as_last_value_is_no_score():
    output = v4.new_output("execute_result", data={"image/png": "AAAA"})
    assert scored(area_check=output)["area-check"].score == 2


def test_a_check_that_did_not_run_has_no_points():
    notebook = answered()
    mark = score_notebook(notebook, REFERENCE)[0]
    assert mark.score == 0
    assert mark.reason.startswith("Not run")


@pytest.mark.parametrize(
    ("name", "message", "reason"),
    [
        ("CheckFailed", "expected 6, found 5", "expected 6, found 5"),
        ("AssertionError", "", "AssertionError"),
        ("ValueError", "too many", "ValueError: too many"),
        ("ValueError", "x" * 5000, "ValueError: " + "x" * 299 + "…"),
    ],
)
def test_the_reason_is_the_checks_message_or_the_errors_type_and_message(name, message, reason):
    mark = scored(area_check=failure(name, message))["area-check"]
    assert (mark.score, mark.reason) == (0, reason)


def test_a_reason_never_shows_a_line_of_a_hidden_check():
    line = "assert area(7.5, 4) == 30.0, 'a float and an integer'"
    mark = scored(area_hidden=failure("AssertionError", f"failed\n\x1b[31m{line}"))["area-hidden"]
    assert mark.reason == "failed"


def test_an_answer_cell_that_failed_explains_its_checks():
    marks = scored(
        area=failure("SyntaxError", "invalid syntax (line 2)"),
        area_check=failure("NameError", "name 'area' is not defined"),
    )
    assert marks["area-check"].reason == "The answer stopped with SyntaxError: invalid syntax (line 2)"


def test_korean_notebooks_get_korean_reasons():
    assert scored("ko")["why"].reason == "사람의 채점을 기다립니다."


def test_a_check_belongs_to_the_answer_before_it():
    notebook = v4.new_notebook(cells=[check("first", 1, "pass"), *source_notebook().cells])
    assert [cell.exercise for cell in Reference.of(notebook, "x").cells][:3] == ["first", "area", "area"]
