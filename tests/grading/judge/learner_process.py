"""A learner's process for the tests. Each one imports this anew, so it imports little."""

import contextlib
import linecache
import os
import signal

from hiddenlayers.grading.judge.learner import serve

SECONDS = 5  # what one call may take


def be_learner(connection, code, folder, language):
    """Run the cell, then serve the judge."""
    os.chdir(folder)
    os.environ["HIDDENLAYERS_LANG"] = language
    signal.signal(signal.SIGALRM, _stop)
    linecache.cache["<answer>"] = (len(code), None, code.splitlines(keepends=True), "<answer>")
    namespace = {"__name__": "__main__", "judge_connection": connection}
    with contextlib.suppress(Exception):
        exec(compile(code, "<answer>", "exec"), namespace)
    serve(connection, namespace, _limit)


@contextlib.contextmanager
def _limit():
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)


def _stop(*_):
    raise TimeoutError(f"still running after {SECONDS} s")
