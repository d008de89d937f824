import multiprocessing
import os
import signal
import socket

import pytest

from hiddenlayers import session
from hiddenlayers.grading.judge.judge import Judge

from .learner_process import be_learner

SETTINGS = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "CUDA_VISIBLE_DEVICES": "-1",
    "OMP_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
}


@pytest.fixture(scope="session")
def processes():
    """A warm process to fork learners from."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in SETTINGS.items():
            patch.setenv(name, value)
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["tensorflow", "keras", "pandas", be_learner.__module__])
        yield context


class Court:
    """A judge and the process of the learner whose code it judges."""

    def __init__(self, processes, code, folder, language):
        here, there = socket.socketpair()
        self.process = processes.Process(target=be_learner, args=(there, code, str(folder), language))
        self.process.start()
        there.close()
        self.connection = here
        self.judge = Judge(here, language, seed=7)

    def run(self, check, *names, hidden=False):
        return self.judge.run(
            "import numpy as np\nfrom hiddenlayers import check\n" + check, names, hidden=hidden
        )

    def interrupt(self):
        os.kill(self.process.pid, signal.SIGINT)

    def close(self):
        self.connection.close()
        self.process.kill()
        self.process.join()


@pytest.fixture
def court(processes, tmp_path, monkeypatch):
    """Opens a court: `court(code)` runs the learner's code in a process of its own."""
    for name in ("HIDDENLAYERS_SEED", "HIDDENLAYERS_LANG", "HIDDENLAYERS_PROFILE"):
        monkeypatch.setenv(name, "")  # so that what the judge sets is undone afterwards
    monkeypatch.setattr(session, "_language", None)
    courts = []

    def open_court(code, language="en"):
        courts.append(Court(processes, code, tmp_path, language))
        return courts[-1]

    yield open_court
    for opened in courts:
        opened.close()


def failure(verdict):
    """What a failed verdict says."""
    assert not verdict.passed
    error = verdict.outputs[-1]
    return f"{error['ename']}: {error['evalue']}"


def printed(verdict):
    return "".join(output["text"] for output in verdict.outputs if output["output_type"] == "stream")
