"""What a course's nbgrader_config.py means for grading."""

import math
from pathlib import Path

import pytest
from nbformat import v4
from nbgrader.utils import find_all_files

from hiddenlayers.course import Course
from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.grading.course_folder import CourseFolder
from hiddenlayers.grading.limits import Isolation
from hiddenlayers.grading.reference import Reference
from hiddenlayers.grading.run import grade_course, isolation_for
from tests.authoring.conftest import REPOSITORY
from tests.grading.small_course import CONFIG, answered, make_course, solution, submit, write
from tests.grading.small_course import check as check_cell


@pytest.mark.parametrize(
    ("line", "seconds"),
    [
        ("", None),
        ("c.Execute.timeout = 300", 300),
        ("c.ExecutePreprocessor.timeout = 1", 1),
        ("c.Execute.timeout = None", math.inf),
        ("c.Execute.timeout = -1", math.inf),
        ("c.Execute.extra_arguments = []", None),
    ],
)
def test_the_time_for_a_cell_is_what_nbgrader_is_told(tmp_path, line, seconds):
    assert CourseFolder.load(make_course(tmp_path, f"{CONFIG}{line}\n")).cell_seconds == seconds


def test_a_class_is_graded_with_that_time(tmp_path):
    root = make_course(tmp_path / "class", f"{CONFIG}c.Execute.timeout = 1\n")
    submit(root, "ada", answered(double="def double(numbers):\n    while True: pass"))
    (result,) = grade_course(Course(root), jobs=1)
    assert (result.total, result.notes[0].values) == (4, {"seconds": 1})


def test_checks_of_this_course_are_judged_outside_whatever_a_submission_says(tmp_path):
    ours = CourseFolder.load(REPOSITORY)
    others = CourseFolder.load(make_course(tmp_path))
    assert isolation_for(Isolation(), [], ours).judge == "outside"
    assert isolation_for(Isolation(judge="inside"), [], ours).judge == "inside"
    assert isolation_for(Isolation(), [], others).judge == "inside"


def test_files_are_those_that_nbgrader_finds(tmp_path):
    folder = CourseFolder.load(make_course(tmp_path / "class"))
    place = tmp_path / "handed in"
    for name in (
        *("data.csv", "deep/er/data.csv", "notes.ipynb", "deep/other.ipynb", "a.pyc", "deep/b.pyc"),
        *("__pycache__/c.txt", ".ipynb_checkpoints/d.txt", ".DS_Store", ".hidden/e.txt", ".f.ipynb"),
    ):
        write(place / name, "x")
    found = folder.files(place)
    ignore = [*folder.directory.ignore, "*.ipynb"]
    assert set(found.values()) == {Path(path) for path in find_all_files(str(place), ignore)}
    assert list(found) == sorted(found)
    assert {"data.csv", "deep/er/data.csv"} <= found.keys()


@pytest.mark.parametrize(
    ("answer", "check", "reason"),
    [
        ("def largest(xs):\n    return 0", "points = 2\npoints", "by its last value"),
        ("def max(xs):\n    return 0", "assert max([1, 2]) == 2", "reads max, which Python has too"),
        ("def largest(xs):\n    return 0", "%time largest([1])", "is not plain Python"),
        ("def largest(xs):\n    return 0", "assert largest([1, max(2, 3)]) == 3", ""),
        ("def largest(xs):\n    return 0", "print(largest([1]))", ""),
        ("def largest(xs):\n    return 0", "assert largest([1]) == 1\n'ok'", ""),
    ],
)
def test_checks_that_another_process_would_judge_otherwise_are_refused_there(answer, check, reason):
    notebook = v4.new_notebook(cells=[solution("largest", answer), check_cell("largest-check", 2, check)])
    reference = Reference.of(notebook, "one")
    unfit = reference.unfit_for_judge()
    assert reason in unfit
    assert bool(reason) == bool(unfit)
    if reason:
        with pytest.raises(HiddenLayersError, match="grade it with --judge inside"):
            isolation_for(Isolation(judge="outside"), [{"one": reference}])
    assert isolation_for(Isolation(judge="inside"), [{"one": reference}]).judge == "inside"
