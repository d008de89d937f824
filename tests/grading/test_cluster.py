"""Grading on a Dask cluster: a real scheduler and workers, in processes that share no folder with the grader."""

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys

import pytest

from hiddenlayers.course import Course
from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.grading.cluster import cluster
from hiddenlayers.grading.limits import Isolation, Limits
from hiddenlayers.grading.run import grade_course
from tests.grading.small_course import CHAPTER, answered, make_course, submit

SLOW = "import time\ntime.sleep(0.3)\ndef area(width, height):\n    return width * height"


def test_without_dask_the_cure_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(HiddenLayersError, match=r"pip install 'hiddenlayers\[cluster\]'"),
        cluster("tcp://x:1", Isolation()),
    ):
        pass


@pytest.fixture
def distributed():
    return pytest.importorskip("distributed")


@pytest.mark.parametrize("address", ["nonsense://127.0.0.1:1", "tcp://127.0.0.1", "127.0.0.1:port"])
def test_a_wrong_address_is_one_line(distributed, address):
    with (
        pytest.raises(
            HiddenLayersError,
            match=rf"No Dask scheduler answers at {re.escape(address)} \(.*name its address",
        ),
        cluster(address, Isolation()),
    ):
        pass


def test_where_nobody_answers_that_is_said(distributed, monkeypatch):
    monkeypatch.setattr("hiddenlayers.grading.cluster.ANSWER_SECONDS", 1)
    with socket.socket() as taken:  # a port on which nothing listens
        taken.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
        with (
            pytest.raises(HiddenLayersError, match="No Dask scheduler answers"),
            cluster(address, Isolation()),
        ):
            pass


@contextlib.contextmanager
def dask(*arguments, folder):
    """A `dask` command, ended with all its processes; gives it and an iterator over its log."""
    process = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]],
        cwd=folder,
        env={**os.environ, "DASK_DISTRIBUTED__WORKER__DAEMON": "False"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield process, iter(process.stderr.readline, "")
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stderr.close()


def heard(log, pattern):
    """The first match in a log, waited for."""
    return next(found for line in log if (found := re.search(pattern, line)))


@pytest.fixture
def scheduler(distributed, tmp_path):
    place = tmp_path / "scheduler"
    place.mkdir()
    with dask("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", folder=place) as (_, log):
        yield heard(log, r"(tcp://127\.0\.0\.1:\d+)")[1]


@contextlib.contextmanager
def worker(address, folder):
    folder.mkdir()
    options = [
        "--host",
        "127.0.0.1",
        "--nthreads",
        "1",
        "--no-nanny",
        "--no-dashboard",
        "--local-directory",
        folder,
    ]
    with dask("worker", address, *map(str, options), folder=folder) as (process, log):
        heard(log, "Registered to")
        yield process


@pytest.mark.slow
def test_a_scheduler_without_workers_is_one_line(scheduler):
    message = f"has no workers: start some with `dask worker {scheduler}"
    with pytest.raises(HiddenLayersError, match=message), cluster(scheduler, Isolation()):
        pass


@pytest.mark.slow
def test_a_cluster_gives_the_marks_of_this_machine_and_a_dead_worker_costs_none(scheduler, tmp_path):
    root = make_course(tmp_path / "class")
    students = [f"student-{number}" for number in range(8)]
    for number, student in enumerate(students):
        answers = {"area": SLOW} if number % 2 else {"double": "double = None"}
        submit(root, student, answered(**answers))
    (root / "submitted" / students[0] / CHAPTER / "beside.txt").write_text("travels along")
    with worker(scheduler, tmp_path / "one") as doomed, worker(scheduler, tmp_path / "two"):
        done = []

        def one_dies(result, *_):
            done.append(result.student)
            if len(done) == 1:
                os.kill(doomed.pid, signal.SIGKILL)

        with cluster(scheduler, Isolation()) as found:
            assert found.jobs == 2
            results = grade_course(
                Course(root), jobs=2, limits=Limits(threads=1), on_progress=one_dies, executor=found.executor
            )
    assert doomed.wait() == -signal.SIGKILL
    assert sorted(done) == students
    assert {result.student: (result.total, result.state) for result in results} == {
        student: (8 if number % 2 else 4, "graded") for number, student in enumerate(students)
    }
    assert (root / "autograded" / students[0] / CHAPTER / "beside.txt").read_text() == "travels along"


@pytest.mark.slow
def test_the_command_grades_on_a_cluster_and_says_when_it_is_lost(scheduler, tmp_path):
    root = make_course(tmp_path / "class")
    submit(root, "ada", answered())
    command = [
        sys.executable,
        "-m",
        "hiddenlayers",
        "grade",
        "--course-dir",
        str(root),
        "--scheduler",
        scheduler,
        "--json",
    ]
    with worker(scheduler, tmp_path / "one"):
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert [result["total"] for result in json.loads(ran.stdout)] == [8]
    ran = subprocess.run([*command, "--force"], capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "has no workers" in ran.stderr
    assert ran.stderr.count("\n") == 1
