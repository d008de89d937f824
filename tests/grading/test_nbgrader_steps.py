"""In our course `nbgrader autograde` and the Formgrader's button give the marks of `hiddenlayers grade`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI

from hiddenlayers.answers import read_bank, submission
from hiddenlayers.authoring.build import build
from hiddenlayers.course import Course
from hiddenlayers.grading.course_folder import CourseFolder
from hiddenlayers.grading.limits import Isolation
from hiddenlayers.grading.record import RECORD
from hiddenlayers.grading.reference import register_assignment
from hiddenlayers.grading.run import grade_course
from tests.authoring.conftest import NAME, make_small
from tests.grading.small_course import at, write

SUM = "def sum_squares(values):\n    {}\n    return float((values**2).sum())"
# Answers right only where no text of a hidden check can be found: in the cells run so far, in any list, in any frame
PRY = SUM.format(
    "import gc, sys\n"
    "    mark = 'BEGIN' + ' HIDDEN TESTS'\n"
    "    texts = [str(cell) for each in gc.get_objects() if type(each) is list for cell in each if type(cell) is str]\n"
    "    frame = sys._getframe().f_back\n"
    "    while frame:\n"
    "        texts += [str(each) for each in frame.f_locals.values() if isinstance(each, str)]\n"
    "        frame = frame.f_back\n"
    "    assert not any(mark in text for text in texts), 'a hidden check is here'"
)


def changed(notebook, **answers):
    for grade_id, code in answers.items():
        at(notebook, grade_id.replace("_", "-")).source = code
    return notebook


def without_checks(notebook):
    gone = ("sum-squares-check", "sum-squares-hidden", "scale-values-check")
    notebook.cells = [
        cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") not in gone
    ]
    return notebook


def without_language(notebook):
    """What a learner may try to have the checks run in their own kernel."""
    del notebook.metadata["hiddenlayers"]
    return notebook


@pytest.fixture(scope="module")
def courses(tmp_path_factory):
    """The same class three times: graded by us, by nbgrader's command, and one to press the button in."""
    root = tmp_path_factory.mktemp("class") / "ours"
    root.mkdir()
    course = make_small(root).course
    build(course, [NAME])
    (root / ".course-seed").write_text("77\n")
    register_assignment(course, NAME)
    bank = read_bank(course, NAME)
    released = {lang: nbformat.read(course.release(NAME, lang), as_version=4) for lang in ("en", "ko")}

    def right(language="en"):
        answers = {name: given[0].code for name, given in bank.items()}
        return submission(released[language], answers | {"flattening": "No."})

    class_ = {
        "right": right("ko"),
        "blank": released["en"],
        "wrong": changed(right(), largest_place=bank["largest-place"][-1].code),
        "stderr": changed(right(), sum_squares=SUM.format("import sys; print('warning', file=sys.stderr)")),
        "dead": changed(right(), count_positives="import os\nos._exit(0)"),
        "no-checks": without_checks(changed(right(), scale_values="scale_values = None")),
        "pry": changed(without_language(right()), sum_squares=PRY),
        "broken": "{",
        "file": changed(
            right(),
            sum_squares=SUM.format(
                "open('own.txt').read(); assert not __import__('os').path.exists('link.txt')"
            ),
        ),
    }
    for student, content in class_.items():
        write(root / "submitted" / student / NAME / f"{NAME}.ipynb", content)
    write(root / "submitted" / "file" / NAME / "own.txt", "mine")
    (root / "submitted" / "file" / NAME / "link.txt").symlink_to(root / ".course-seed")
    copies = [shutil.copytree(root, root.with_name(name), symlinks=True) for name in ("command", "button")]
    results = {result.student: result for result in grade_course(course, jobs=1)}
    command = [Path(sys.executable).with_name("nbgrader"), "autograde", NAME]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        command, cwd=copies[0], env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return root, *copies, results, ran.stderr


def marks(root, student):
    with Gradebook(f"sqlite:///{root}/gradebook.db", "hidden-layers") as gradebook:
        notebook = gradebook.find_submission_notebook(NAME, NAME, student)
        grades = {
            grade.name: (grade.auto_score, grade.needs_manual_grade, grade.max_score)
            for grade in notebook.grades
        }
        comments = {comment.name: comment.comment for comment in notebook.comments}
        return grades, comments, notebook.score


def files(root, student):
    place = root / "autograded" / student / NAME
    return {path.relative_to(place).as_posix() for path in place.rglob("*")} - {RECORD}


POINTS = {
    "right": 18,
    "blank": 0,
    "wrong": 15,
    "stderr": 18,
    "dead": 6,
    "no-checks": 15,
    "pry": 18,
    "broken": 0,
    "file": 18,
}


@pytest.mark.parametrize("student", POINTS)
def test_the_command_gives_our_marks_cell_by_cell(courses, student):
    ours, command, _, results, _ = courses
    assert marks(command, student) == marks(ours, student)
    assert files(command, student) == files(ours, student)
    assert results[student].total == POINTS[student]


def test_the_button_gives_our_marks_too(courses):
    ours, _, root, _, _ = courses
    folder = CourseFolder.load(root)
    api = NbGraderAPI(folder.directory, config=folder.config)
    for student in ("wrong", "broken"):
        ran = api.autograde(NAME, student)
        assert ran["success"], ran.get("error")
        assert marks(root, student) == marks(ours, student)


def test_what_was_noticed_is_in_nbgraders_log(courses):
    *_, log = courses
    assert f"no-checks {NAME}: Check cells put back" in log
    assert f"broken {NAME}: The file is not JSON" in log


def test_a_link_is_not_followed_into_the_graded_folder(courses):
    _, command, _, _, _ = courses
    assert files(command, "file") == {f"{NAME}.ipynb", "own.txt"}


def test_a_hidden_check_that_runs_in_the_learners_process_would_be_found(courses, tmp_path):
    root = shutil.copytree(courses[0], tmp_path / "inside", symlinks=True)
    (result,) = grade_course(
        Course(root), students=["pry"], jobs=1, force=True, isolation=Isolation(sandbox="off", judge="inside")
    )
    (hidden,) = [check for check in result.checks if check.grade_id == "sum-squares-hidden"]
    assert hidden.score == 0
    assert "a hidden check is here" in hidden.reason
