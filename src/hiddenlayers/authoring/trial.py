"""Running a set of answers against a chapter's checks, in a process of its own."""

import contextlib
import dataclasses
import functools
import gc
import io
import json
import linecache
import multiprocessing
import os
import signal
import socket
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import forkserver
from typing import NoReturn

from nbformat import NotebookNode

from hiddenlayers import session
from hiddenlayers.authoring.exercises import HIDDEN_SUFFIX, Exercise, find_exercises, preparation
from hiddenlayers.grading.judge.judge import Judge
from hiddenlayers.grading.judge.learner import serve
from hiddenlayers.grading.training import tune_for_short_trainings

# Loaded once, before the fork. A process imports the command's own module too: each trial would pay for it.
PRELOAD = (
    *("tensorflow", "keras", "pandas", "matplotlib.pyplot", "seaborn", "sklearn"),
    *("hiddenlayers.cli", "hiddenlayers.authoring.verify"),
)
CELL_SECONDS = 60
GRACE_SECONDS = 5  # longer than the learner's side the judge waits for its answer
# What a notebook does after each cell
DRAW_FIGURES = """
import io
import matplotlib.pyplot as plt

try:
    for number in plt.get_fignums():
        plt.figure(number).savefig(io.BytesIO(), bbox_inches="tight")
finally:
    plt.close("all")
"""


@dataclass(frozen=True)
class Outcome:
    """What became of one check cell."""

    passed: bool
    message: str
    cpu_seconds: float


@dataclass(frozen=True)
class Trial:
    """Answers to a chapter's exercises, and the checks that judge them.

    Attributes:
        preparation: the narrative's imports and functions, run first.
        answers: code by exercise.
        checks: (grade_id, exercise, code) of each check cell, in order.
        names: what each exercise defines; a check cell sees these names and nothing else.
        seed: the course's seed.
    """

    preparation: str
    answers: dict[str, str]
    checks: tuple[tuple[str, str, str], ...]
    names: dict[str, frozenset[str]]
    seed: int


def make_trial(source: NotebookNode, answers: dict[str, str], seed: int) -> Trial:
    """A trial of `answers` (code by exercise) to a chapter's exercises; the reference where one is missing."""
    exercises = find_exercises(source)
    return Trial(
        preparation=preparation(source),
        answers={
            exercise.name: answers.get(exercise.name, exercise.solution.source) for exercise in exercises
        },
        checks=tuple(_check(exercise, cell) for exercise in exercises for cell in exercise.checks),
        names={exercise.name: exercise.names for exercise in exercises},
        seed=seed,
    )


def run_trial(trial: Trial, outside: bool = False) -> dict[str, Outcome]:
    """The outcome of each check cell, by grade_id.

    The answers share one namespace, as in a kernel. A check cell runs in a fresh one that holds only the names
    its exercise defines. Changes the process (seeds, imported packages): call it in a worker of its own.

    Args:
        trial: the answers and checks.
        outside: run the checks as the judge does, the answers in a process forked from this one. An outcome's
            CPU time is then the judge's alone.
    """
    os.environ |= {"HIDDENLAYERS_SEED": str(trial.seed), "HIDDENLAYERS_PROFILE": "grading"}
    return _run_outside(trial) if outside else _run_inside(trial)


def run_narrative(cells: Sequence[str]) -> tuple[list[str], float]:
    """Run the narrative's code cells in the grading profile, each going on after the errors of those before it.

    Changes the process, as `run_trial` does.

    Args:
        cells: their code, plain Python.

    Returns:
        The message of each cell's error, "" where there is none, and the CPU seconds of all cells.
    """
    os.environ["HIDDENLAYERS_PROFILE"] = "grading"
    namespace: dict = {"__name__": "__main__"}
    errors, seconds = [], 0.0
    for number, code in enumerate(cells):
        ran = _run(f"narrative-{number}", code, namespace, namespace)
        drawn = _run("figures", DRAW_FIGURES, {}, {})
        errors.append(ran.message or drawn.message)
        seconds += ran.cpu_seconds + drawn.cpu_seconds
    return errors, seconds


def _run_inside(trial: Trial) -> dict[str, Outcome]:
    learner, broken = _answer(trial)
    outcomes = {}
    for cell, exercise, code in trial.checks:
        namespace = {name: learner[name] for name in trial.names[exercise] if name in learner}
        outcome = _run(cell, code, namespace | {"__name__": "__check__"}, learner)
        outcomes[cell] = _blame(outcome, broken.get(exercise))
    return outcomes


def _run_outside(trial: Trial) -> dict[str, Outcome]:
    here, there = socket.socketpair()
    child = os.fork()
    if not child:
        here.close()
        _serve_answers(trial, there)
    there.close()
    try:
        broken = json.loads(here.makefile("rb", buffering=0).readline() or "{}")
        judge = Judge(here, session.language(), trial.seed)
        return {
            cell: _blame(_judge(judge, cell, code, trial.names[exercise]), broken.get(exercise))
            for cell, exercise, code in trial.checks
        }
    finally:
        here.close()
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _serve_answers(trial: Trial, connection: socket.socket) -> NoReturn:
    """Be the learner's process: run the answers, say which of them fail and why, then serve the judge."""
    try:
        learner, broken = _answer(trial)
        connection.sendall(json.dumps(broken).encode() + b"\n")
        serve(connection, learner, functools.partial(_time_limit, CELL_SECONDS))
    finally:
        os._exit(0)


def _judge(judge: Judge, cell: str, code: str, names: frozenset[str]) -> Outcome:
    before = time.process_time()
    with _time_limit(CELL_SECONDS + GRACE_SECONDS):
        verdict = judge.run(code, names, hidden=cell.endswith(HIDDEN_SUFFIX), name=cell)
    errors = [f"{output['ename']}: {output['evalue']}" for output in verdict.outputs if "ename" in output]
    return Outcome(verdict.passed, "".join(errors), time.process_time() - before)


def _answer(trial: Trial) -> tuple[dict, dict[str, str]]:
    """Run the answers: their namespace, and the message of each exercise whose answer fails to run."""
    learner: dict = {"__name__": "__main__"}
    _run("preparation", trial.preparation, learner, learner)
    broken = {}
    for exercise, code in trial.answers.items():
        answered = _run(exercise, code, learner, learner)
        if not answered.passed:
            broken[exercise] = answered.message
    return learner, broken


def _blame(outcome: Outcome, broken: str | None) -> Outcome:
    """A failed check's outcome with what its answer failed with, where that did not even run."""
    return outcome if outcome.passed or broken is None else dataclasses.replace(outcome, message=broken)


@contextlib.contextmanager
def trial_processes(jobs: int) -> Iterator[Executor]:
    """Runs each trial in a fresh process with TensorFlow loaded, one thread, and a folder of its own."""
    before = dict(os.environ)
    os.environ |= {
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
        "MPLBACKEND": "agg",
        "OMP_NUM_THREADS": "1",
        "TF_NUM_INTRAOP_THREADS": "1",
        "TF_NUM_INTEROP_THREADS": "1",
    }
    try:
        # Imports only, before the fork: a process that has run a TensorFlow operation has threads, which a fork loses
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(PRELOAD))
        with _quiet():
            forkserver.ensure_running()
    except ValueError:  # Windows
        context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory(prefix="hiddenlayers-", ignore_cleanup_errors=True) as folder:
        executor = ProcessPoolExecutor(
            jobs, mp_context=context, initializer=_make_ready, initargs=(folder,), max_tasks_per_child=1
        )
        try:
            yield executor
        finally:
            executor.shutdown(cancel_futures=True)
            os.environ.clear()
            os.environ.update(before)


def _make_ready(parent: str) -> None:
    """Before a process's trial: a folder of its own, for files of the answers and TensorFlow's generated code."""
    tempfile.tempdir = tempfile.mkdtemp(dir=parent)
    os.chdir(tempfile.tempdir)
    gc.freeze()  # a collection would walk through all that was imported, and so copy it
    tune_for_short_trainings()


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Let processes started in the block write to nowhere: TensorFlow tells about the machine's graphics card."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _check(exercise: Exercise, cell: NotebookNode) -> tuple[str, str, str]:
    return cell.metadata.nbgrader.grade_id, exercise.name, cell.source


def _run(name: str, code: str, namespace: dict, learner: dict) -> Outcome:
    """Run one cell, its output dropped; a cell that takes longer than CELL_SECONDS fails."""
    filename = f"<{name}>"
    linecache.cache[filename] = (len(code), None, code.splitlines(keepends=True), filename)
    before = time.process_time()
    message = None
    try:
        with (
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.redirect_stderr(io.StringIO()),
            _time_limit(CELL_SECONDS),
        ):
            exec(compile(code, filename, "exec"), namespace)
    except BaseException as error:  # SystemExit too: an answer may call exit()
        message = f"{type(error).__name__}: {session.explain(error, error.__traceback__, learner)}"
    return Outcome(message is None, message or "", time.process_time() - before)


@contextlib.contextmanager
def _time_limit(seconds: int) -> Iterator[None]:
    """Raise TimeoutError in the block after `seconds` (no limit on Windows, which has no SIGALRM)."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(*_):
        raise TimeoutError(f"still running after {seconds} s")

    previous = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, previous)


def run_trials(
    trials: Iterable[Trial], executor: Executor, outside: bool = False
) -> Iterator[dict[str, Outcome]]:
    """The outcomes of each trial, in order."""
    return executor.map(functools.partial(run_trial, outside=outside), trials)
