"""Grading on executors of any kind: nothing is lost, and what breaks costs no more than it must."""

import threading
from concurrent.futures import Executor, Future, ThreadPoolExecutor

import pytest

from hiddenlayers.course import Course
from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.grading.parallel import grade_all
from hiddenlayers.grading.run import grade_course
from hiddenlayers.grading.submission import Submission
from tests.grading.small_course import CHAPTER, answered, make_course, release_notebook, submit


class Unreliable(Executor):
    """Runs work at once, but what `fails` names is lost, in the way of Dask: with an exception of its own kind."""

    class KilledWorkerError(Exception):
        pass

    def __init__(self, fails):
        self.attempts = []
        self._fails = fails

    def submit(self, work, *arguments):
        future = Future()
        self.attempts += [submission.student for submission in arguments] or [""]
        if self._fails(self.attempts):
            future.set_exception(self.KilledWorkerError("the worker died"))
        else:
            future.set_result(work(*arguments))
        return future


def class_of(*students):
    """Submissions that cost nothing: they have no notebook."""
    return (Submission(student, CHAPTER, {}, {}) for student in students)


def graded(executor, *students):
    return [submission.student for submission, _ in grade_all(class_of(*students), 1, executor)]


def test_a_lost_submission_is_graded_again():
    executor = Unreliable(fails=lambda attempts: attempts == ["ada"])
    assert sorted(graded(executor, "ada", "bob", "eve")) == ["ada", "bob", "eve"]
    assert sorted(executor.attempts) == ["ada", "ada", "bob", "eve"]


def test_a_submission_that_is_lost_twice_is_ungradable_and_the_others_are_not(tmp_path):
    root = make_course(tmp_path / "class")
    for student in ("ada", "bob"):
        submit(root, student, answered() if student == "ada" else "{")
    executor = Unreliable(fails=lambda attempts: attempts[-1:] == ["ada"])
    ada, bob = grade_course(Course(root), jobs=1, executor=executor)
    assert (ada.state, ada.notes[0].code) == ("ungradable", "grader-failed")
    assert "KilledWorkerError: the worker died" in ada.reason
    assert bob.notes[0].code == "not-json"


def test_when_no_work_is_done_any_more_nothing_is_marked(tmp_path):
    root = make_course(tmp_path / "class")
    submit(root, "ada", release_notebook())
    executor = Unreliable(fails=lambda attempts: True)
    with pytest.raises(
        HiddenLayersError, match=r"The workers are gone \(KilledWorkerError: the worker died\): start them"
    ):
        grade_course(Course(root), jobs=1, executor=executor)
    assert not (root / "autograded" / "ada").exists()


def test_few_submissions_are_read_ahead():
    read = []
    submissions = (read.append(each) or each for each in class_of(*map(str, range(20))))
    with ThreadPoolExecutor(2) as executor:
        for done, _ in enumerate(grade_all(submissions, 2, executor), start=1):
            assert len(read) <= done + 4
    assert done == 20


def test_an_executor_of_ones_own_stays_open_and_may_have_threads(tmp_path):
    root = make_course(tmp_path / "class")
    for student in ("ada", "bob", "eve"):
        submit(root, student, answered())
    before = threading.active_count()
    with ThreadPoolExecutor(2) as executor:
        results = grade_course(Course(root), jobs=2, executor=executor)
        assert executor.submit(int).result() == 0
    assert [result.total for result in results] == [8, 8, 8]
    assert threading.active_count() == before
