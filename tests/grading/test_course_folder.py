"""What a course's nbgrader_config.py means for grading."""

import math

import pytest

from hiddenlayers.course import Course
from hiddenlayers.grading.course_folder import CourseFolder
from hiddenlayers.grading.limits import Isolation
from hiddenlayers.grading.run import grade_course, isolation_for
from tests.authoring.conftest import REPOSITORY
from tests.grading.small_course import CONFIG, answered, make_course, submit


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
    assert isolation_for(Isolation(), [], others).judge == "auto"
