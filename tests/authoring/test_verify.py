"""What only running can show: a clean chapter has no finding, and each kind of fault is found where it is."""

import contextlib
import multiprocessing
import shutil
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import pytest

from hiddenlayers.authoring import verify as verifying
from hiddenlayers.authoring.trial import Outcome, run_trial
from hiddenlayers.authoring.verify import verify
from hiddenlayers.errors import HiddenLayersError

from .conftest import NAME, make_small

# One fault of each kind, each in an exercise of its own: old text, new text
FAULTS = {
    "the reference is wrong for what the hidden check draws": (
        "return values * 2.5 - 1",
        "return values * 2.5 - 1 if len(values) == 3 else values",
    ),
    "a check passes whatever the answer": (
        "check.close(sum_squares(drawn), drawn @ drawn",
        "check.close(drawn @ drawn, drawn @ drawn",
    ),
    "an answer uses another's": (
        "return np.clip(values, -1.5, 1.5)",
        "return np.clip(values, -1.5, 1.5) + 0 * largest_place(values)",
    ),
    "the narrative needs an answer": ("plt.plot(samples, 3 * samples)", "count_positives(samples)"),
}


@pytest.fixture(scope="module", autouse=True)
def light_process():
    """All trials in one process that has not loaded TensorFlow, which the small chapter does not need."""
    with (
        ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("MPLBACKEND", "agg")
        patch.setattr(verifying, "trial_processes", lambda jobs: contextlib.nullcontext(executor))
        yield


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    """What verifying the small chapter shows, and the progress that was reported."""
    progress = []
    course = make_small(tmp_path_factory.mktemp("clean")).course
    (verified,) = verify(course, [NAME], on_progress=lambda *report: progress.append(report))
    return verified, progress


@pytest.fixture(scope="module")
def findings(tmp_path_factory):
    """What verifying a chapter with every fault finds: (file, cell) -> what is wrong, once each."""
    small = make_small(tmp_path_factory.mktemp("faulty"))
    for old, new in FAULTS.values():
        small.replace(old, new)
    bank = small.course.answers_folder / NAME / "mean-distance"
    right, wrong = bank / "right_1.py", bank / "wrong_1.py"
    right.write_text(right.read_text().replace("+ 1 - 1", "+ 1"))
    wrong.write_text(wrong.read_text().replace("+ 1", "+ 0"))
    (verified,) = verify(small.course, [NAME])
    found = {}
    for finding in verified.findings:
        found.setdefault((finding.file, finding.cell), []).append(finding)
    return found


CHAPTER = f"chapters/{NAME}.py"
BANK = f"answers/{NAME}/mean-distance"


def test_a_clean_chapter_has_no_finding(clean):
    verified, _ = clean
    assert (verified.chapter, verified.findings) == (NAME, ())
    assert verified.answers == 6 * 7


def test_an_exercise_with_fewer_answers_than_another_stays_unanswered_in_the_last_runs(small):
    (small.course.answers_folder / NAME / "mean-distance" / "wrong_4.py").unlink()
    (verified,) = verify(small.course, [NAME])
    assert (verified.answers, verified.findings) == (6 * 7 - 1, ())


def test_what_the_checks_and_the_notebook_cost_is_measured(clean):
    verified, _ = clean
    assert 0 < verified.check_seconds < verified.notebook_seconds


def test_progress_counts_every_run(clean):
    _, progress = clean
    runs = 2 + 1 + 6 + 2 * 7 + 1  # reference, stubs, each exercise alone, the bank; the narrative
    assert progress == [(NAME, number, runs) for number in range(1, runs + 1)]


def test_a_reference_that_fails_is_found_in_a_kernel_and_before_the_judge(findings):
    problems = [finding.problem for finding in findings[CHAPTER, "scale-values-hidden"]]
    for way in ("seed 20240229, in a kernel", "seed 1, before the judge"):
        (problem,) = [each for each in problems if f"the reference answer does not pass ({way})" in each]
        assert "it failed (CheckFailed: scale_values(drawn)" in problem
    assert (CHAPTER, "scale-values-check") not in findings


def test_a_check_that_the_stub_passes_is_found(findings):
    (finding,) = findings[CHAPTER, "sum-squares-hidden"]
    assert finding.problem == "the untouched stub passes: it passed"
    assert (CHAPTER, "sum-squares-check") not in findings


def test_an_exercise_that_needs_another_is_found(findings):
    for check in ("clip-values-check", "clip-values-hidden"):
        (finding,) = findings[CHAPTER, check]
        assert finding.problem.startswith("with only clip-values answered")
        assert "NotImplementedError" in finding.problem
        assert "independent" in finding.cure


@pytest.mark.parametrize(
    ("answer", "became"), [("right_1", "it failed (CheckFailed"), ("wrong_1", "it passed")]
)
def test_an_answer_that_earns_otherwise_than_it_says_is_found_in_its_file(findings, answer, became):
    for check in ("mean-distance-check", "mean-distance-hidden"):
        problems = [finding.problem for finding in findings[f"{BANK}/{answer}.py", check]]
        assert len(problems) == 2, "one a way of running"
        assert all("the answer does not earn what it says" in each and became in each for each in problems)


def test_a_narrative_cell_that_needs_an_answer_is_found(findings):
    (finding,) = findings[CHAPTER, "count_positives(samples)"]
    assert "a narrative cell fails without answers (NameError" in finding.problem


def test_nothing_else_is_found(findings):
    cells = {cell for _, cell in findings}
    assert cells == {
        "scale-values-hidden",
        "sum-squares-hidden",
        *("clip-values-check", "clip-values-hidden"),
        *("mean-distance-check", "mean-distance-hidden"),
        "count_positives(samples)",
    }


def test_a_malformed_chapter_is_reported_and_not_run(small, monkeypatch):
    monkeypatch.setattr(verifying, "run_trial", None)
    small.replace("samples = np.arange(5)", "%matplotlib inline")
    (verified,) = verify(small.course, [NAME])
    assert [finding.problem for finding in verified.findings] == ["not Python in its line 4"]


@pytest.mark.parametrize("already", [False, True], ids=["while it runs", "before the last is submitted"])
def test_an_answer_that_ends_its_process_is_a_mistake_in_the_bank(small, monkeypatch, already):
    class Broken(Executor):
        def submit(self, function, /, *args, **kwargs):
            if already:
                raise BrokenProcessPool
            future = Future()
            future.set_exception(BrokenProcessPool())
            return future

    monkeypatch.setattr(verifying, "trial_processes", lambda jobs: contextlib.nullcontext(Broken()))
    with pytest.raises(
        HiddenLayersError, match=rf"{NAME}.py: an answer, a check or the narrative ended its process"
    ):
        verify(small.course, [NAME])


def test_chapters_run_side_by_side_and_only_the_broken_one_is_blamed(small, monkeypatch):
    class SecondBreaks(Executor):
        chapters = 0

        def submit(self, function, /, *args, **kwargs):
            future = Future()
            self.chapters += function is not run_trial
            if self.chapters == 2:
                future.set_exception(BrokenProcessPool())
            elif function is run_trial:
                future.set_result({check: Outcome(True, "", 0.0) for check, _, _ in args[0].checks})
            else:
                future.set_result(([""] * len(args[0]), 0.0))
            return future

    course, second, progress = small.course, "02-second", []
    shutil.copy(course.chapter(NAME), course.chapter(second))
    shutil.copytree(course.answers_folder / NAME, course.answers_folder / second)
    monkeypatch.setattr(verifying, "trial_processes", lambda jobs: contextlib.nullcontext(SecondBreaks()))
    with pytest.raises(HiddenLayersError, match=rf"^\S+{second}.py: an answer, a check or the narrative"):
        verify(course, [NAME, second], on_progress=lambda *report: progress.append(report))
    assert {report[0] for report in progress} == {NAME}
