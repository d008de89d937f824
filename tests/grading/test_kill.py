"""A grader killed at any moment: the next run finishes the job, and nothing shows that there was a first.

Five moments by default; KILLS=50 tries as many.
"""

import contextlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from nbgrader.api import Gradebook

from tests.grading.small_course import CHAPTER, answered, make_course, submit

KILLS = int(os.environ.get("KILLS", "5"))
STUDENTS = 16
WRONG = {"area": "def area(width, height):\n    return width + height"}
DEAD = {"double": "import os\nos._exit(1)"}


@dataclass(frozen=True)
class Undisturbed:
    """A class before grading, what a run of its own came to, and how long that took."""

    course: Path
    outcome: dict
    seconds: float


@pytest.fixture(scope="module")
def place():
    """A short path: sockets lie below it."""
    with tempfile.TemporaryDirectory(prefix="kill-") as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def undisturbed(place):
    course = make_course(place / "course")
    for number in range(STUDENTS):
        wrong = (WRONG, DEAD, {}, {})[number % 4]
        submit(course, f"student-{number:02d}", answered("en" if number % 2 else "ko", **wrong))
    copy = shutil.copytree(course, place / "undisturbed")
    started = time.monotonic()
    code = start(copy, place).wait()
    seconds = time.monotonic() - started
    assert code == 1  # somebody's kernel died
    return Undisturbed(course, outcome(copy, place), seconds)


def start(course, place, *options, **streams) -> subprocess.Popen:
    """`hiddenlayers grade`, with its temporary files in `place`."""
    environment = {**os.environ, "TMPDIR": str(place)}
    command = [
        sys.executable,
        "-m",
        "hiddenlayers",
        "grade",
        "--course-dir",
        str(course),
        "--jobs",
        "2",
        *options,
    ]
    streams = streams or {"stdout": subprocess.DEVNULL}
    return subprocess.Popen(command, env=environment, text=True, **streams)


def outcome(course, place) -> dict:
    """Scores, comments, reasons, who is waited for, and the set of files: what has to be equal."""
    said, _ = start(course, place, "--json", stdout=subprocess.PIPE).communicate()
    results = json.loads(said)
    for result in results:
        for name in ("seconds", "memory_mb", "skipped"):  # how it came about
            del result[name]
    with Gradebook(f"sqlite:///{course}/gradebook.db", "small") as gradebook:
        marks = {
            (submission.student.id, grade.name): (
                grade.auto_score,
                grade.manual_score,
                grade.needs_manual_grade,
            )
            for submission in gradebook.assignment_submissions(CHAPTER)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }
        comments = {
            (submission.student.id, comment.name): comment.comment
            for submission in gradebook.assignment_submissions(CHAPTER)
            for notebook in submission.notebooks
            for comment in notebook.comments
        }
    files = sorted(str(path.relative_to(course)) for path in course.rglob("*"))
    return {"results": results, "marks": marks, "comments": comments, "files": files}


@pytest.mark.slow
@pytest.mark.parametrize("number", range(KILLS))
def test_the_next_run_finishes_the_job_of_a_killed_one(number, undisturbed, place):
    draw = random.Random(number)
    course = shutil.copytree(undisturbed.course, place / f"killed-{number}")
    moment, everybody = draw.uniform(0.1, 1) * undisturbed.seconds, draw.random() < 0.5
    grader = start(course, place)
    family = [psutil.Process(grader.pid)]
    with contextlib.suppress(subprocess.TimeoutExpired):
        grader.wait(moment)
    with contextlib.suppress(psutil.NoSuchProcess):
        family += family[0].children(recursive=True)
    for process in family if everybody else family[:1]:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    grader.wait()
    _, alive = psutil.wait_procs(family, timeout=60)
    assert alive == []  # nobody goes on by itself
    assert outcome(course, place) == undisturbed.outcome
    left = [path.name for path in place.glob("hiddenlayers-*")]
    assert left == []
    shutil.rmtree(course)
