"""Exercises as found in a source notebook."""

from hiddenlayers.authoring.chapter import read_chapter
from hiddenlayers.authoring.exercises import (
    find_exercises,
    is_narrative,
    is_written,
    preparation,
)

from .conftest import EXERCISES


def test_exercises_are_found_in_order_with_their_checks_and_points(small):
    exercises = find_exercises(read_chapter(small.chapter))
    assert [exercise.name for exercise in exercises] == list(EXERCISES)
    assert [exercise.points for exercise in exercises] == [3] * 6
    assert exercises[0].names == {"scale_values"}
    assert "BEGIN HIDDEN TESTS" in exercises[0].hidden.source
    assert "check.passed" in exercises[0].visible.source


def test_an_exercise_without_its_hidden_check_is_left_out(small):
    notebook = read_chapter(small.chapter)
    notebook.cells = [cell for cell in notebook.cells if cell.id != "sum-squares-hidden"]
    assert "sum-squares" not in [exercise.name for exercise in find_exercises(notebook)]


def test_the_written_question_is_no_exercise_and_no_narrative(small):
    cells = read_chapter(small.chapter).cells
    written = [cell for cell in cells if is_written(cell)]
    assert [cell.id for cell in written] == ["flattening"]
    assert not is_narrative(written[0])


def test_preparation_is_the_narratives_imports_and_functions_once(small):
    small.replace("samples = np.arange(5)", "\ndef half(x):\n    return x / 2\n\n\nsamples = np.arange(5)")
    assert preparation(read_chapter(small.chapter)).splitlines() == [
        "import hiddenlayers",
        "import matplotlib.pyplot as plt",
        "import numpy as np",
        "def half(x):",
        "    return x / 2",
    ]
