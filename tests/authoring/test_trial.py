"""Running answers against checks: what an answer may do to itself, and what it can't do to the others."""

import os
import subprocess
import sys

import pytest

from hiddenlayers.authoring import trial
from hiddenlayers.authoring.chapter import read_chapter
from hiddenlayers.authoring.trial import make_trial, run_narrative, run_trial, run_trials, trial_processes

SCALE = ("scale-values-check", "scale-values-hidden")
FOREVER = "def scale_values(values):\n    while True:\n        pass"


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    """A trial sets these in its process, which here is the tests' own."""
    for name in ("HIDDENLAYERS_SEED", "HIDDENLAYERS_PROFILE"):
        monkeypatch.setenv(name, "")


@pytest.fixture
def run(small):
    """Runs answers to the small chapter; returns the outcomes by check."""

    def outcomes(seed: int = 1, **answers: str):
        answers = {name.replace("_", "-"): code for name, code in answers.items()}
        return run_trial(make_trial(read_chapter(small.chapter), answers, seed))

    return outcomes


def failed(outcomes):
    return {check for check, outcome in outcomes.items() if not outcome.passed}


def test_reference_answers_pass_every_check(run):
    outcomes = run()
    assert len(outcomes) == 12
    assert failed(outcomes) == set()


def test_a_wrong_answer_fails_its_own_checks_and_says_what_was_found(run):
    outcomes = run(scale_values="def scale_values(values):\n    return values * 2.5 + 1")
    assert failed(outcomes) == set(SCALE)
    assert "CheckFailed: scale_values(values)" in outcomes[SCALE[0]].message


def test_a_hidden_check_draws_its_arguments_from_the_course_seed(run):
    seen = "_seen = []\ndef scale_values(values):\n    _seen.append(list(values))\n    raise ValueError(_seen[-1])"
    first, again, other = (run(seed, scale_values=seen)[SCALE[1]].message for seed in (1, 1, 2))
    assert first == again != other


def test_an_answer_that_raises_is_named_with_its_line(run):
    outcome = run(scale_values="def scale_values(values):\n    return values / nothing")[SCALE[1]]
    assert outcome.message == (
        "NameError: name 'nothing' is not defined (in scale_values, line 2: return values / nothing)"
    )


@pytest.mark.parametrize(
    ("answer", "says"),
    [("def scale_values(values)", "SyntaxError"), ("1 / 0", "ZeroDivisionError"), ("exit()", "SystemExit")],
)
def test_an_answer_that_does_not_run_fails_its_own_checks_with_its_own_reason(run, answer, says):
    outcomes = run(scale_values=answer)
    assert failed(outcomes) == set(SCALE)
    assert all(outcomes[check].message.startswith(says) for check in SCALE)


def test_an_answer_that_calls_exit_in_its_function_ends_nothing_but_its_checks(run):
    outcomes = run(scale_values="def scale_values(values):\n    raise SystemExit(3)")
    assert failed(outcomes) == set(SCALE)


def test_a_cell_that_runs_too_long_is_stopped_and_the_others_go_on(run, monkeypatch):
    monkeypatch.setattr(trial, "CELL_SECONDS", 1)
    outcomes = run(scale_values=FOREVER)
    assert failed(outcomes) == set(SCALE)
    assert all("TimeoutError: still running after 1 s" in outcomes[check].message for check in SCALE)


def test_a_check_sees_the_names_of_its_exercise_and_no_others(run, small):
    small.replace(
        'check.passed("sum-squares")',
        'found = [name for name in ("sum_squares", "scale_values", "plt", "samples", "helper")'
        " if name in globals()]\nassert not found[1:], found",
    )
    helped = "def helper(values):\n    return values**2\n"
    helped += "def sum_squares(values):\n    return float(helper(values).sum())"
    assert failed(run(sum_squares=helped)) == set()
    small.replace("assert not found[1:], found", "assert not found, found")
    assert failed(run()) == {"sum-squares-check"}


def test_an_answer_may_count_on_the_imports_and_functions_of_the_narrative(run, small):
    small.replace(
        "samples = np.arange(5)", "samples = np.arange(5)\n\n\ndef double(values):\n    return 2 * values"
    )
    doubled = "def scale_values(values):\n    return double(values) * 1.25 - np.ones(1)"
    assert failed(run(scale_values=doubled)) == set()
    counted = "def scale_values(values):\n    return values * (len(samples) / 2) - 1"
    assert failed(run(scale_values=counted)) == set(SCALE), "a variable of the narrative is not there"


def test_what_answers_print_is_dropped(run, capsys):
    run(
        scale_values="print('seen')\ndef scale_values(values):\n    print('seen')\n    return values * 2.5 - 1"
    )
    assert capsys.readouterr() == ("", "")


@pytest.fixture(scope="module")
def executor():
    with trial_processes(1) as processes:
        yield processes


def test_no_trial_sees_what_another_did_to_its_process(executor, small):
    source = read_chapter(small.chapter)
    spoils = "import hiddenlayers.check as check\ncheck.close = None\n" + FOREVER.replace(
        "while True", "if 0"
    )
    trials = [make_trial(source, answers, 1) for answers in ({"scale-values": spoils}, {})]
    spoiled, clean = run_trials(trials, executor)
    assert len(failed(spoiled)) == 12
    assert failed(clean) == set()


def test_the_environment_is_as_before_once_the_trials_are_over(executor):
    before = dict(os.environ)
    with trial_processes(1):
        os.environ["TF_NUM_INTRAOP_THREADS"] = "3"
    assert dict(os.environ) == before


def test_the_narrative_goes_on_after_errors_also_of_its_drawings(executor):
    cells = (
        "import os, matplotlib.pyplot as plt\nprofile = os.environ['HIDDENLAYERS_PROFILE']",
        "plt.plot([1, 2])\n1 / 0",
        "assert not plt.get_fignums()\nplt.title(r'$\\frac$')",
        "raise ValueError(profile)",
        "plt.plot([1, 2])\nplt.show()",
    )
    errors, seconds = executor.submit(run_narrative, cells).result()
    assert [error.split(":")[0] for error in errors] == [
        "",
        "ZeroDivisionError",
        "ValueError",
        "ValueError",
        "",
    ]
    assert "frac" in errors[2]
    assert "ValueError: grading" in errors[3]
    assert seconds > 0


def test_what_an_answer_writes_is_seen_by_no_other_trial_and_does_not_stay(
    executor, small, tmp_path, monkeypatch
):
    folder = tmp_path / "temporary"
    folder.mkdir()
    writes = "import os, pathlib, tempfile\nassert not os.listdir()\npathlib.Path('mine').touch()\n"
    writes += "where = tempfile.mkstemp()[1]\ndef scale_values(values):\n    raise ValueError(where)"
    trial = make_trial(read_chapter(small.chapter), {"scale-values": writes}, 1)
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    with trial_processes(1) as processes:
        messages = [outcomes[SCALE[0]].message for outcomes in run_trials([trial] * 2, processes)]
        assert all(message.startswith(f"ValueError: {folder}") for message in messages), messages
    assert not [*folder.iterdir()]


def test_what_the_command_and_its_runs_import_is_there_before_a_trials_process_is_forked(executor):
    imported_by_now = executor.submit(eval, "set(__import__('sys').modules)").result()
    script = "import sys, hiddenlayers.cli, hiddenlayers.authoring.verify; print(*sys.modules)"
    command = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    needed = {name for name in command.stdout.split() if name.startswith("hiddenlayers.")}
    assert "hiddenlayers.cli" in needed
    assert needed <= imported_by_now
