"""A release notebook under nbgrader's Validate button: right answers pass, whatever they warn about."""

import nbformat
import pytest
from nbgrader.validator import Validator

from hiddenlayers.answers import submission
from tests.authoring.conftest import EXERCISES, NAME, SmallCourse, make_small

WARNS = """
import logging
import os
import sys
import warnings


def scale_values(values):
    warnings.warn("a warning")
    logging.getLogger("learner").error("a log line")
    print("printed", file=sys.stderr)
    os.write(2, b"from C++")
    return values * 2.5 - 1
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> SmallCourse:
    small = make_small(tmp_path_factory.mktemp("course"))
    small.build()
    return small


@pytest.fixture
def validate(course, tmp_path, monkeypatch):
    """Answers a release, right but for what is given, and returns what nbgrader's validator finds."""
    monkeypatch.delenv("PYTEST_CURRENT_TEST")  # in which ipykernel does not watch file descriptors
    right = {
        name: f"def {function}(values):\n    return {code}"
        for name, (function, code, *_) in EXERCISES.items()
    }

    right["flattening"] = "No, a dense layer's sum has no order."

    def findings(language: str = "en", without: str = "", **answers: str) -> dict:
        given = right | {name.replace("_", "-"): code for name, code in answers.items()}
        given.pop(without, None)
        release = nbformat.read(course.course.release(NAME, language), as_version=4)
        path = tmp_path / f"{NAME}.ipynb"
        nbformat.write(submission(release, given), path)
        return Validator().validate(str(path))

    return findings


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_solved_release_passes(validate, language):
    assert validate(language) == {}


def test_a_right_answer_that_warns_passes(validate):
    assert validate(scale_values=WARNS) == {}


def test_an_absent_answer_fails_its_own_check(validate):
    (failed,) = validate(without="sum-squares")["failed"]
    assert "check.close(sum_squares" in failed["source"]
    assert "NotImplementedError" in failed["error"]


def test_a_changed_check_is_noticed(validate):
    found = validate(scale_values_check="pass")
    assert [cell["source"] for cell in found["changed"]] == ["pass"]
