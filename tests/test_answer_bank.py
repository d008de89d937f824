"""The answer bank against the chapters' own checks: every answer earns what it says."""

import dataclasses
import os
from pathlib import Path

import pytest

from hiddenlayers.answers import packs, read_bank
from hiddenlayers.authoring.chapter import read_chapter
from hiddenlayers.authoring.exercises import find_exercises, grade_id
from hiddenlayers.authoring.trial import make_trial, run_trials, trial_processes
from hiddenlayers.course import DEFAULT_SEED, Course

COURSE = Course(Path(__file__).parents[1])
SEEDS = (DEFAULT_SEED, 1)

per_chapter = pytest.mark.parametrize("chapter", COURSE.chapters)


@pytest.fixture(scope="module")
def executor():
    with trial_processes(min(2, os.cpu_count() or 1)) as processes:
        yield processes


@per_chapter
def test_every_exercise_has_right_and_wrong_answers(chapter):
    bank = read_bank(COURSE, chapter)
    assert set(bank) == {exercise.name for exercise in find_exercises(read_chapter(COURSE.chapter(chapter)))}
    for exercise, answers in bank.items():
        wrong = [answer for answer in answers if not answer.right]
        assert len(answers) - len(wrong) >= 3, f"{exercise}: fewer than three right answers"
        assert len(wrong) >= 4, f"{exercise}: fewer than four wrong answers"
        assert any(answer.passes == (True, False) for answer in wrong), (
            f"{exercise}: no answer shows what only the hidden check finds"
        )


def test_every_answer_earns_what_it_says_under_two_seeds(executor):
    """Of chapter 02; `hiddenlayers verify` shows it of every chapter."""
    chapter = "02-mnist-dnn"
    source = read_chapter(COURSE.chapter(chapter))
    checks = {
        exercise.name: [grade_id(cell) for cell in exercise.checks] for exercise in find_exercises(source)
    }
    runs = [(pack, seed) for pack in packs(read_bank(COURSE, chapter)) for seed in SEEDS]
    trials = [
        make_trial(source, {exercise: answer.code for exercise, answer in pack.items()}, seed)
        for pack, seed in runs
    ]
    surprises = set()
    for (pack, seed), outcomes in zip(runs, run_trials(trials, executor), strict=True):
        for exercise, answer in pack.items():
            for check, expected in zip(checks[exercise], answer.passes, strict=True):
                if outcomes[check].passed != expected:
                    became = outcomes[check].message or "passes"
                    surprises.add(f"{exercise}/{answer.path.name}, {check}, seed {seed}: {became}")
    assert not surprises, "\n".join(sorted(surprises))


def test_an_answer_that_knows_one_seeds_hidden_values_fails_under_another(executor, monkeypatch):
    source = read_chapter(COURSE.chapter("02-mnist-dnn"))
    exercise = next(found for found in find_exercises(source) if found.name == "count-parameters")
    reference: dict = {}
    exec(exercise.solution.source, reference)
    seen = {}

    def record(layer_sizes):
        seen[tuple(layer_sizes)] = reference["count_parameters"](layer_sizes)
        return seen[tuple(layer_sizes)]

    monkeypatch.setenv("HIDDENLAYERS_SEED", str(SEEDS[0]))
    for check in exercise.checks:
        exec(check.source, {"count_parameters": record})
    from_memory = f"def count_parameters(layer_sizes):\n    return {seen}.get(tuple(layer_sizes), 0)\n"

    trials = [make_trial(source, {exercise.name: from_memory}, seed) for seed in SEEDS]
    own_seed, other_seed = run_trials([only(trial, exercise.name) for trial in trials], executor)
    visible, hidden = (grade_id(check) for check in exercise.checks)
    assert own_seed[visible].passed
    assert own_seed[hidden].passed
    assert other_seed[visible].passed
    assert not other_seed[hidden].passed


def only(trial, exercise):
    """A trial of one exercise."""
    checks = tuple(check for check in trial.checks if check[1] == exercise)
    return dataclasses.replace(trial, answers={exercise: trial.answers[exercise]}, checks=checks)
