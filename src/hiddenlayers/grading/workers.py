"""The grader's own worker processes: how they start and end.

Importing this module is cheap, so that a command can let the workers import while it is still importing itself.
"""

import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hiddenlayers.grading.submission import GradedNotebook, Submission

Prepare = Callable[[], None]
PRELOAD = ["hiddenlayers.cli", "hiddenlayers.grading.submission"]  # the command's own module, and the work


def import_ahead() -> None:
    """Begin to import, in the background and once for all workers, what they need."""
    if _context().get_start_method() == "forkserver":
        forkserver.ensure_running()


def worker_pool(jobs: int, prepare: Prepare | None) -> ProcessPoolExecutor:
    """Workers for `graded_by_worker`.

    Args:
        jobs: how many.
        prepare: what each calls first.
    """
    return ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_start_worker, initargs=(prepare,))


def graded_by_worker(submission: "Submission") -> "list[GradedNotebook]":
    """`grade_submission`, for a worker of `worker_pool`."""
    from hiddenlayers.grading.submission import grade_submission

    try:
        return grade_submission(submission)
    except SystemExit:
        os._exit(1)  # the pool would go on to its next task


def _context() -> BaseContext:
    """Never forks of this process, which holds a database connection and has threads."""
    if sys.platform != "linux":  # elsewhere no process that has imported much may be forked
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOAD)
    return context


def _start_worker(prepare: Prepare | None) -> None:
    """Ctrl-C goes to the parent alone, which ends its workers by SIGTERM; they clean up their kernels."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: exit(1))
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if prepare:
        prepare()


def _end_with_parent() -> None:
    """A grader that was killed leaves nobody behind."""
    multiprocessing.connection.wait([multiprocessing.parent_process().sentinel])
    os._exit(1)
