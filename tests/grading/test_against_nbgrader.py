"""On ordinary submissions our marks are nbgrader's, cell by cell."""

import os
import shutil
import sys
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from hiddenlayers.course import Course
from hiddenlayers.grading.run import grade_course
from tests.grading.small_course import CHAPTER, answered, cell, make_course, release_notebook, submit


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


def marks(root):
    with Gradebook(f"sqlite:///{root}/gradebook.db", "small") as gradebook:
        return {
            (student, grade.name): (grade.auto_score, grade.needs_manual_grade, grade.max_score)
            for student in SUBMISSIONS
            for grade in gradebook.find_submission_notebook(CHAPTER, CHAPTER, student).grades
        } | {
            (student, "comment", comment.name): comment.comment
            for student in SUBMISSIONS
            for comment in gradebook.find_submission_notebook(CHAPTER, CHAPTER, student).comments
        }


def test_marks_and_comments_equal_nbgraders(tmp_path, monkeypatch):
    # nbgrader calls alembic by name
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    ours = make_course(tmp_path / "ours")
    for student, notebook in SUBMISSIONS.items():
        submit(ours, student, notebook)
    theirs = tmp_path / "theirs"
    shutil.copytree(ours, theirs)

    results = grade_course(Course(ours), jobs=2)

    config = Config()
    config.CourseDirectory.root = str(theirs)
    config.CourseDirectory.course_id = "small"
    config.ClearSolutions.code_stub = {"python": "# YOUR CODE HERE\nraise NotImplementedError()"}
    config.Exchange.root = str(tmp_path / "exchange")
    api = NbGraderAPI(CourseDirectory(config=config), config=config)
    assert api.generate_assignment(CHAPTER)["success"]
    for student in SUBMISSIONS:
        assert api.autograde(CHAPTER, student)["success"]

    assert marks(ours) == marks(theirs)
    points = {result.student: result.total for result in results}
    assert points == {"right": 8, "blank": 0, "wrong": 6, "mistyped": 0}
