"""On ordinary submissions our marks are nbgrader's, cell by cell."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbgrader
import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI

from hiddenlayers.course import Course
from hiddenlayers.grading.course_folder import CourseFolder
from hiddenlayers.grading.run import grade_course
from tests.grading import generated_class
from tests.grading.generated_class import ASSIGNMENT
from tests.grading.small_course import CHAPTER, answered, cell, make_course, release_notebook, submit

SAMPLES = Path(nbgrader.__file__).parent / "docs" / "source" / "user_guide" / "submitted"


def with_extra_cell(notebook):
    notebook.cells.append(cell("code", "print('an extra cell')\n1 / 0"))
    return notebook


RAISES = "def double(numbers):\n    return numbers.double()"
PRINTS = "def double(numbers):\n    print(numbers)\n    return [2 * n for n in numbers]"
SUBMISSIONS = {
    "right": answered("ko"),
    "blank": release_notebook(),
    "wrong": answered(area="def area(w, h):\n    return 6", double=PRINTS),
    "mistyped": with_extra_cell(
        answered(area="def area(w, h)\n    return w * h", double=RAISES, why="YOUR ANSWER HERE")
    ),
}


@pytest.fixture(autouse=True)
def tools_on_path(monkeypatch):
    """nbgrader calls alembic by name."""
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")


def autograde(root, assignment):
    """Grade everything handed in to an assignment by plain nbgrader."""
    folder = CourseFolder.load(root)
    api = NbGraderAPI(folder.directory, config=folder.config)
    ran = api.generate_assignment(assignment)
    assert ran["success"], ran
    for _, student in folder.submissions():
        ran = api.autograde(assignment, student)
        assert ran["success"], ran


def marks(root, assignment):
    """All that the gradebook holds about an assignment's submissions."""
    found = {}
    with CourseFolder.load(root).gradebook() as gradebook:
        for submission in gradebook.assignment_submissions(assignment):
            student = submission.student.id
            found[student] = (submission.timestamp, submission.score, submission.needs_manual_grade)
            for notebook in submission.notebooks:
                for grade in notebook.grades:
                    found[student, notebook.name, grade.name] = (
                        grade.auto_score,
                        grade.manual_score,
                        grade.needs_manual_grade,
                        grade.max_score,
                    )
                for comment in notebook.comments:
                    found[student, notebook.name, "comment", comment.name] = comment.comment
    return found


def without_notices(found):
    """Where one of two notebooks is missing we say so in a comment; nbgrader says nothing."""
    return {
        key: None if str(value).startswith("No notebook was handed in") else value
        for key, value in found.items()
    }


def test_marks_and_comments_equal_nbgraders(tmp_path):
    ours = make_course(tmp_path / "ours")
    for student, notebook in SUBMISSIONS.items():
        submit(ours, student, notebook)
    theirs = shutil.copytree(ours, tmp_path / "theirs")
    results = grade_course(Course(ours), jobs=2)
    autograde(theirs, CHAPTER)
    assert marks(ours, CHAPTER) == marks(theirs, CHAPTER)
    points = {result.student: result.total for result in results}
    assert points == {"right": 8, "blank": 0, "wrong": 6, "mistyped": 0}


@pytest.mark.parametrize(
    ("students", "seed"), [(3, 1), pytest.param(64, 2, marks=pytest.mark.slow)], ids=["a few", "a class"]
)
def test_generated_submissions_get_nbgraders_marks_and_comments(tmp_path, students, seed):
    ours = tmp_path / "ours"
    names = generated_class.make_class(ours, students, seed)
    theirs = shutil.copytree(ours, tmp_path / "theirs")
    for root in (ours, theirs):
        with Gradebook(f"sqlite:///{root}/gradebook.db", "small") as gradebook:
            gradebook.update_or_create_assignment(ASSIGNMENT, duedate="2024-02-02 12:00:00")
    results = grade_course(Course(ours), jobs=2)
    autograde(theirs, ASSIGNMENT)
    assert without_notices(marks(ours, ASSIGNMENT)) == marks(theirs, ASSIGNMENT)
    assert sorted(result.student for result in results) == names
    totals = {result.total for result in results}
    assert len(totals) > students / 8, "they differ"


def test_nbgraders_own_example_course_gets_nbgraders_marks(tmp_path):
    if not SAMPLES.is_dir():
        pytest.skip("this nbgrader comes without its example submissions")
    command = [Path(sys.executable).with_name("nbgrader"), "quickstart", "ours"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    ours = tmp_path / "ours"
    shutil.copytree(SAMPLES, ours / "submitted")
    theirs = shutil.copytree(ours, tmp_path / "theirs")
    results = grade_course(Course(ours), jobs=1)
    autograde(theirs, ASSIGNMENT)
    assert marks(ours, ASSIGNMENT) == marks(theirs, ASSIGNMENT)
    assert {result.student: result.total for result in results} == {"bitdiddle": 1.5, "hacker": 3}
