"""After sanitizing, every check is in the notebook once, as the course has it."""

import copy
import json

import nbformat
import pytest
from nbformat import v4

from hiddenlayers.grading.intake import from_bytes, parse
from hiddenlayers.grading.reference import Reference
from hiddenlayers.grading.sanitize import sanitize
from tests.grading.small_course import HIDDEN, answered, at, cell, source_notebook

REFERENCE = Reference.of(source_notebook(), "01-shapes")
CHECKS = ["area-check", "area-hidden", "double-check", "double-hidden"]


def sanitized(notebook):
    content, notes = sanitize(parse(json.dumps(notebook).encode()), REFERENCE)
    result = from_bytes(content)
    nbformat.validate(result)
    ids = [entry.metadata.nbgrader.grade_id for entry in result.cells if "nbgrader" in entry.metadata]
    assert len(ids) == len(set(ids))
    assert {*CHECKS, "why"} <= set(ids)
    for name in CHECKS:
        restored = at(result, name)
        assert (restored.cell_type, restored.source) == ("code", at(source_notebook(), name).source)
        assert restored.metadata.nbgrader.points == at(source_notebook(), name).metadata.nbgrader.points
    return result, {note.code: note.values for note in notes}


def position(notebook, grade_id):
    return notebook.cells.index(at(notebook, grade_id))


def test_an_honest_submission_only_gets_its_hidden_checks():
    result, notes = sanitized(answered())
    assert notes == {}
    assert at(result, "area").source == at(answered(), "area").source
    assert HIDDEN in at(result, "area-hidden").source


def test_edited_checks_are_restored():
    notebook = answered()
    at(notebook, "area-check").source = "pass"
    at(notebook, "double-hidden").source = "pass"
    _, notes = sanitized(notebook)
    assert notes == {"restored": {"cells": "area-check, double-hidden"}}


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_retyped_checks_are_restored(kind):
    notebook = answered()
    for name in CHECKS:
        index = position(notebook, name)
        retyped = getattr(v4, f"new_{kind}_cell")("pass")
        retyped.metadata = notebook.cells[index].metadata
        notebook.cells[index] = retyped
    sanitized(notebook)


def test_a_retyped_answer_is_code_again():
    notebook = answered()
    index = position(notebook, "area")
    retyped = v4.new_markdown_cell(notebook.cells[index].source, metadata=notebook.cells[index].metadata)
    notebook.cells[index] = retyped
    result, _ = sanitized(notebook)
    assert at(result, "area").cell_type == "code"


def test_deleted_checks_come_back_behind_their_answers():
    notebook = answered()
    notebook.cells = [
        entry for entry in notebook.cells if entry.metadata.get("nbgrader", {}).get("grade_id") not in CHECKS
    ]
    result, notes = sanitized(notebook)
    order = [entry.metadata.nbgrader.grade_id for entry in result.cells if "nbgrader" in entry.metadata]
    assert order == ["area", "area-check", "area-hidden", "double", "double-check", "double-hidden", "why"]
    assert notes["restored"] == {"cells": ", ".join(CHECKS)}


def test_copied_checks_are_there_once():
    notebook = answered()
    notebook.cells += copy.deepcopy([at(notebook, name) for name in CHECKS])
    sanitized(notebook)


def test_changed_metadata_is_restored():
    notebook = answered()
    at(notebook, "area-check").metadata.nbgrader.update(points=100, grade=False, solution=True, locked=False)
    at(notebook, "area-check").metadata["tags"] = ["skip-execution"]
    at(notebook, "why").metadata.nbgrader.update(points=100, checksum="0" * 32)
    result, _ = sanitized(notebook)
    assert "tags" not in at(result, "area-check").metadata
    assert at(result, "why").metadata.nbgrader.points == 2


@pytest.mark.parametrize(
    "metadata", [{}, {"grade_id": "area"}, {"grade_id": 7}, {"schema_version": 99}, "text", None]
)
def test_nonsense_in_nbgrader_metadata_does_no_harm(metadata):
    notebook = answered()
    notebook.cells[0].metadata["nbgrader"] = metadata
    sanitized(notebook)


def test_without_any_nbgrader_metadata_the_checks_stand_at_the_end():
    notebook = answered()
    for entry in notebook.cells:
        entry.metadata = {}
    result, notes = sanitized(notebook)
    assert [entry.metadata.nbgrader.grade_id for entry in result.cells[-5:]] == [*CHECKS, "why"]
    assert notes["answer-missing"] == {"cells": "area, double, why"}


def test_a_deleted_answer_leaves_the_other_exercises_alone():
    notebook = answered()
    notebook.cells.remove(at(notebook, "area"))
    result, notes = sanitized(notebook)
    assert notes == {"answer-missing": {"cells": "area"}}
    assert at(result, "double").source == at(answered(), "double").source


def test_of_two_written_answers_the_stub_is_not_taken():
    notebook = answered()
    stub = copy.deepcopy(at(notebook, "why"))
    stub.source = "YOUR ANSWER HERE"
    notebook.cells.append(stub)
    reference = Reference.of(answered(why="YOUR ANSWER HERE"), "01-shapes")
    content, _ = sanitize(parse(json.dumps(notebook).encode()), reference)
    assert at(from_bytes(content), "why").source == at(answered(), "why").source


def test_extra_cells_stay_where_they_are():
    notebook = answered()
    notebook.cells.insert(2, v4.new_code_cell("mine = 1"))
    notebook.cells.append(
        cell("code", "claimed = 1", "not-in-the-course", grade=True, locked=True, points=50)
    )
    result, _ = sanitized(notebook)
    assert result.cells[2].source == "mine = 1"
    assert "nbgrader" not in result.cells[-1].metadata
