"""The same marks inside the learner's process and outside it, on chapter 02."""

import re
from pathlib import Path

import pytest

from hiddenlayers.answers import packs, read_bank
from hiddenlayers.authoring.chapter import read_chapter
from hiddenlayers.authoring.exercises import find_exercises
from hiddenlayers.authoring.trial import make_trial, run_trials, trial_processes
from hiddenlayers.course import Course

ROOT = Path(__file__).parents[3]
CHAPTER = "02-mnist-dnn"


@pytest.fixture(scope="module")
def source():
    return read_chapter(ROOT / "chapters" / f"{CHAPTER}.py")


def stub(solution):
    return re.sub(
        "### BEGIN SOLUTION.*### END SOLUTION", "raise NotImplementedError()", solution, flags=re.DOTALL
    )


def both_ways(source, answers, monkeypatch):
    """The outcomes of sets of answers, inside and outside."""
    monkeypatch.setenv("HIDDENLAYERS_LANG", "en")
    trials = [make_trial(source, each, seed=3) for each in answers]
    with trial_processes(1) as executor:
        inside, outside = (list(run_trials(trials, executor, outside)) for outside in (False, True))
    return list(zip(inside, outside, strict=True))


def text(outcome):
    """An outcome's message; numbers apart, which come from unseeded weights."""
    return outcome.passed, re.sub(r"\d+(\.\d+)?", "#", outcome.message)


def test_the_reference_passes_and_the_stubs_fail_alike_on_both_sides(source, monkeypatch):
    exercises = find_exercises(source)
    stubs = {exercise.name: stub(exercise.solution.source) for exercise in exercises}
    broken = {exercise.name: "def (" if number % 2 else "1 / 0" for number, exercise in enumerate(exercises)}
    reference, untouched, failing = both_ways(source, [{}, stubs, broken], monkeypatch)
    for inside, outside in (reference, untouched, failing):
        assert {cell: text(outcome) for cell, outcome in inside.items()} == {
            cell: text(outcome) for cell, outcome in outside.items()
        }
    assert all(outcome.passed for outcome in reference[1].values())
    assert not any(outcome.passed for outcome in (*untouched[1].values(), *failing[1].values()))


@pytest.mark.slow
def test_the_answer_bank_earns_the_same_marks_on_both_sides(source, monkeypatch):
    submissions = packs(read_bank(Course(ROOT), CHAPTER))
    answers = [{exercise: answer.code for exercise, answer in pack.items()} for pack in submissions]
    for pack, (inside, outside) in zip(submissions, both_ways(source, answers, monkeypatch), strict=True):
        for cell in inside:
            assert text(inside[cell]) == text(outside[cell]), (cell, pack)
