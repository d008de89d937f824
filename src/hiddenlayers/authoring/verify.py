"""The proof by running that a chapter's checks judge right: `hiddenlayers verify`."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from hiddenlayers.answers import packs, read_bank
from hiddenlayers.authoring.build import release
from hiddenlayers.authoring.chapter import read_chapter
from hiddenlayers.authoring.exercises import find_exercises, is_narrative
from hiddenlayers.authoring.lint import Finding, malformed
from hiddenlayers.authoring.rules.subject import Chapter
from hiddenlayers.authoring.trial import Outcome, Trial, make_trial, run_narrative, run_trial, trial_processes
from hiddenlayers.course import DEFAULT_SEED, Course
from hiddenlayers.errors import HiddenLayersError

# Every answer earns the same under two seeds, and whether its checks run beside it or as the judge runs them
WAYS = ((DEFAULT_SEED, False), (1, True))


@dataclass(frozen=True)
class Verified:
    """What a chapter's run showed.

    Attributes:
        chapter: its name.
        findings: what is wrong.
        answers: how many answers of the bank were graded.
        check_seconds: CPU time of the check cells, which call the reference answers.
        notebook_seconds: `check_seconds` and the CPU time of the narrative in the grading profile, without the imports
            that the processes have from the start.
    """

    chapter: str
    findings: tuple[Finding, ...]
    answers: int
    check_seconds: float
    notebook_seconds: float


@dataclass(frozen=True)
class _Rehearsal:
    """One trial, what the checks that it is about should do, and what it means where one does not."""

    trial: Trial
    expected: dict[str, tuple[bool, str]]  # by check: does it pass, and the file at fault if not so
    problem: str
    cure: str
    outside: bool = False


@dataclass(frozen=True)
class _Begun:
    """A chapter whose runs are under way."""

    chapter: str
    answers: int
    malformed: tuple[Finding, ...] = ()
    narrative: tuple[str, ...] = ()  # the code of its cells
    rehearsals: tuple[_Rehearsal, ...] = ()
    runs: tuple[Future, ...] = ()  # the narrative's, then one for each rehearsal


def verify(
    course: Course,
    chapters: list[str],
    jobs: int = 2,
    on_progress: Callable[[str, int, int], None] | None = None,
) -> list[Verified]:
    """Run the exercises and checks of each chapter every way that matters, the narrative once.

    Every check passes on the reference and fails on the untouched stub; each exercise stands without the others'
    answers; every answer of the bank passes what it says, under two seeds, in a kernel and before the judge; no
    narrative cell needs an answer.

    Args:
        course: the course.
        chapters: names of chapters.
        jobs: processes to run at once.
        on_progress: called with the chapter, the number of runs done, and of all its runs.

    Raises:
        HiddenLayersError: an answer, a check or the narrative ended its process; the answer bank can't be read.
    """
    with trial_processes(jobs) as executor:
        begun: list[_Begun] = []
        try:
            for name in chapters:  # all at once, so that no processor waits for a chapter's last run
                begun.append(_begin(course, name, executor))
            return [_finish(course, each, on_progress) for each in begun]
        except BrokenExecutor:
            lost = [each.chapter for each in begun for run in each.runs if not run.done() or run.exception()]
            running = dict.fromkeys([*lost, *chapters[len(begun) :]][:jobs])
            raise HiddenLayersError(
                f"{' or '.join(str(course.chapter(name)) for name in running)}: an answer, a check or the narrative "
                "ended its process, and the others' with it: take os._exit, and what needs too much memory, out of "
                "the chapter and its answer bank."
            ) from None


def _begin(course: Course, name: str, executor: Executor) -> _Begun:
    if broken := malformed(Chapter(course, name)):
        return _Begun(name, answers=0, malformed=tuple(broken))
    source = read_chapter(course.chapter(name))
    released = release(source, course, "en")
    bank = read_bank(course, name)
    rehearsals = tuple(_rehearsals(course, name, source, released, bank))
    narrative = tuple(cell.source for cell in released.cells if is_narrative(cell))
    runs = (
        executor.submit(run_narrative, narrative),
        *(executor.submit(run_trial, rehearsal.trial, rehearsal.outside) for rehearsal in rehearsals),
    )
    return _Begun(name, sum(map(len, bank.values())), narrative=narrative, rehearsals=rehearsals, runs=runs)


def _finish(course: Course, begun: _Begun, on_progress) -> Verified:
    if not begun.runs:
        return Verified(
            begun.chapter, begun.malformed, begun.answers, check_seconds=0.0, notebook_seconds=0.0
        )
    narrative, *trials = begun.runs
    results = []
    for number, run in enumerate((*trials, narrative), start=1):
        results.append(run.result())
        if on_progress:
            on_progress(begun.chapter, number, len(begun.runs))
    *outcomes, (errors, narrative_seconds) = results
    findings = []
    for rehearsal, outcome in zip(begun.rehearsals, outcomes, strict=True):
        findings += _compare(rehearsal, outcome)
    findings += _narrative_errors(_relative(course, course.chapter(begun.chapter)), begun.narrative, errors)
    check_seconds = sum(outcome.cpu_seconds for outcome in outcomes[0].values())
    return Verified(
        begun.chapter, tuple(findings), begun.answers, check_seconds, check_seconds + narrative_seconds
    )


def _rehearsals(
    course: Course, name: str, source: NotebookNode, released: NotebookNode, bank
) -> Iterator[_Rehearsal]:
    file = _relative(course, course.chapter(name))
    exercises = find_exercises(source)
    checks = {
        exercise.name: [cell.metadata.nbgrader.grade_id for cell in exercise.checks] for exercise in exercises
    }
    stubs = {exercise.name: exercise.solution.source for exercise in find_exercises(released)}
    for seed, outside in WAYS:
        yield _Rehearsal(
            make_trial(source, {}, seed),
            {check: (True, file) for exercise in checks for check in checks[exercise]},
            f"the reference answer does not pass ({_way(seed, outside)})",
            "mend the check or the reference; a check cell sees only what its exercise defines",
            outside,
        )
    yield _Rehearsal(
        make_trial(source, stubs, DEFAULT_SEED),
        {check: (False, file) for exercise in checks for check in checks[exercise]},
        "the untouched stub passes",
        "let the check call what the exercise defines",
    )
    for exercise in checks:
        others = {name: stub for name, stub in stubs.items() if name != exercise}
        yield _Rehearsal(
            make_trial(source, others, DEFAULT_SEED),
            dict.fromkeys(checks[exercise], (True, file)),
            f"with only {exercise} answered this is not as it should be",
            "make the exercises independent: no answer may use another's",
        )
    for pack in packs(bank):
        answers = [answer for answer in pack.values() if answer.exercise in checks]
        for seed, outside in WAYS:
            yield _Rehearsal(
                make_trial(source, stubs | {answer.exercise: answer.code for answer in answers}, seed),
                {
                    check: (passes, _relative(course, answer.path))
                    for answer in answers
                    for check, passes in zip(checks[answer.exercise], answer.passes, strict=True)
                },
                f"the answer does not earn what it says ({_way(seed, outside)})",
                "mend the check, or the answer's 'passes' line",
                outside,
            )


def _way(seed: int, outside: bool) -> str:
    return f"seed {seed}, {'before the judge' if outside else 'in a kernel'}"


def _relative(course: Course, path: Path) -> str:
    return path.relative_to(course.root).as_posix()


def _compare(rehearsal: _Rehearsal, outcomes: dict[str, Outcome]) -> Iterator[Finding]:
    for check, (expected, file) in rehearsal.expected.items():
        outcome = outcomes[check]
        if outcome.passed != expected:
            became = f"failed ({outcome.message})" if expected else "passed"
            yield Finding(file, check, f"{rehearsal.problem}: it {became}", rehearsal.cure)


def _narrative_errors(file: str, narrative: Sequence[str], errors: Sequence[str]) -> Iterator[Finding]:
    for cell, error in zip(narrative, errors, strict=True):
        if error:
            yield Finding(
                file,
                cell.splitlines()[0],
                f"a narrative cell fails without answers ({error})",
                "give the narrative its own names; it may use no answer",
            )
