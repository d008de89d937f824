"""Grades submissions in parallel, on any executor; work that an executor loses is done again."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait

from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.grading.reasons import Reason
from hiddenlayers.grading.submission import (
    GradedNotebook,
    Submission,
    grade_submission,
    ungradable_notebook,
)
from hiddenlayers.grading.workers import Prepare, graded_by_worker, worker_pool

ANSWER_SECONDS = 60


def grade_all(
    submissions: Iterator[Submission],
    jobs: int,
    executor: Executor | None = None,
    prepare: Prepare | None = None,
) -> Iterator[tuple[Submission, list[GradedNotebook]]]:
    """Grade submissions in whatever order they are done.

    Few are in flight at a time, so that a class of any size needs the same memory. Those that are lost because a
    process dies are graded again one by one; one that is lost again is ungradable.

    Args:
        submissions: read as they are needed.
        jobs: how many are graded at a time.
        executor: runs the work, and is left open; by default processes of our own.
        prepare: what each process of our own calls first.

    Raises:
        HiddenLayersError: the executor does no work any more.
    """
    pool = executor or worker_pool(jobs, prepare)
    work = grade_submission if executor else graded_by_worker
    running: dict[Future, Submission] = {}
    lost: list[Submission] = []
    finished_well = False
    try:
        while True:
            while (
                not lost and len(running) < 2 * jobs and (submission := next(submissions, None)) is not None
            ):
                try:
                    running[pool.submit(work, submission)] = submission
                except BrokenExecutor:
                    lost.append(submission)
            if running:
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    submission = running.pop(future)
                    try:
                        notebooks = future.result()
                    except Exception:  # each kind of executor has its own for a worker that died
                        lost.append(submission)
                    else:
                        yield submission, notebooks
            elif lost:
                for submission in lost:
                    yield submission, _grade_again(submission, executor, prepare)
                lost.clear()
                if executor is None:
                    pool.shutdown()
                    pool = worker_pool(jobs, prepare)
            else:
                break
        finished_well = True
    finally:
        for future in running:
            future.cancel()
        if executor is None:
            if not finished_well:  # an error, or Ctrl-C: do not wait for notebooks that may run for minutes
                _end_workers()
            pool.shutdown(cancel_futures=True)


def _grade_again(
    submission: Submission, executor: Executor | None, prepare: Prepare | None
) -> list[GradedNotebook]:
    """Grade one submission with no other beside it; where that fails too, it is ungradable."""
    try:
        if executor is not None:
            return executor.submit(grade_submission, submission).result()
        with worker_pool(1, prepare) as own:
            future = own.submit(graded_by_worker, submission)
            try:
                return future.result()
            except KeyboardInterrupt:
                _end_workers()
                raise
    except BrokenExecutor as error:
        reason, cause = Reason("worker-died"), error
    except Exception as error:
        reason, cause = Reason("grader-failed", {"detail": _line(error)}), error
    if executor is not None:
        _make_sure_it_works(executor, cause)
    return [ungradable_notebook(reference, reason) for reference in submission.references.values()]


def _end_workers() -> None:
    for process in multiprocessing.active_children():
        process.terminate()


def _make_sure_it_works(executor: Executor, cause: Exception) -> None:
    """Nobody loses marks because the workers are gone."""
    try:
        executor.submit(int).result(ANSWER_SECONDS)
    except Exception:
        raise HiddenLayersError(
            f"The workers are gone ({_line(cause)}): start them and grade again; what was recorded is kept."
        ) from None


def _line(error: Exception) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}".rstrip(": ")
