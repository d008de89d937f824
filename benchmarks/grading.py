"""How fast a class is graded: by plain `nbgrader autograde` and by us, on the same submissions, alternating.

Run it with `make bench`. It prints one table a chapter and writes benchmarks/latest.json. All figures come from one
run on one machine: the ratio counts, not the seconds.
"""

import argparse
import contextlib
import itertools
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import psutil
from rich.console import Console
from rich.table import Table

from hiddenlayers.answers import read_bank, submission
from hiddenlayers.authoring.build import release
from hiddenlayers.authoring.chapter import notebook_text, read_chapter
from hiddenlayers.authoring.trial import make_trial, run_trial, trial_processes
from hiddenlayers.course import DEFAULT_SEED, Course
from hiddenlayers.grading.sandbox import syscalls

LATEST = Path(__file__).with_name("latest.json")
# "Plain nbgrader": nothing of ours in its configuration but the names of folders
PLAIN_CONFIG = 'c = get_config()\nc.CourseDirectory.course_id = "bench"\nc.CourseDirectory.db_url = "sqlite:///gradebook.db"\n'
GRADE = [sys.executable, "-m", "hiddenlayers", "grade", "--sandbox", "require"]
FEW = 2  # submissions of a class so small that it shows what starting costs
console = Console()


@dataclass(frozen=True)
class Timed:
    """One timed grading of a class.

    Attributes:
        seconds, cpu: wall and CPU time of everything that it started, per submission.
        largest_process_mb: the most memory that one of its processes had.
    """

    seconds: float
    cpu: float
    largest_process_mb: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("chapters", nargs="*", default=["02"])
    parser.add_argument("--rounds", type=int, default=2, help="how often the graders take turns")
    parser.add_argument(
        "--students",
        type=int,
        default=20,
        help="submissions; nbgrader grades its share of them in each round",
    )
    parser.add_argument(
        "--sizes", type=int, nargs="*", default=[10, 100, 1000], help="class sizes, light notebook"
    )
    options = parser.parse_args()
    course = Course.find(Path(__file__).parent)
    names = course.chapters if options.chapters == ["all"] else course.select(options.chapters)
    results = {}
    for name in names:
        results[name] = bench_chapter(course, name, options)
        show(name, results[name])
    first = results.get("02-mnist-dnn", next(iter(results.values())))
    latest = {**first, "chapters": results}
    if options.sizes:
        latest["class_sizes"] = bench_sizes(options.sizes)
        console.print_json(data=latest["class_sizes"])
    LATEST.write_text(json.dumps(latest, indent=1) + "\n")
    console.print(f"Written: {LATEST.relative_to(course.root)}")


def bench_chapter(course: Course, name: str, options: argparse.Namespace) -> dict:
    """The figures of one chapter, from right answers of its bank."""
    source = read_chapter(course.chapter(name))
    bank = {
        exercise: [each for each in answers if each.right]
        for exercise, answers in read_bank(course, name).items()
    }
    answers = [  # an exercise with fewer than another repeats its first: every notebook answers everything
        {exercise: (each[number:] or each)[0].code for exercise, each in bank.items()}
        for number in range(max(map(len, bank.values())))
    ]
    released = release(source, course, "en")
    notebooks = [notebook_text(submission(released, pack)) for pack in answers]
    handed_in = list(itertools.islice(itertools.cycle(notebooks), options.students))
    raw: dict[str, list[Timed]] = {"nbgrader": [], "ours": [], "ours, all cells": [], "ours, few": []}
    for round_ in range(options.rounds):
        raw["nbgrader"].append(time_nbgrader(name, source, handed_in[round_ :: options.rounds]))
        raw["ours"].append(time_ours(course, name, source, handed_in))
        raw["ours, all cells"].append(time_ours(course, name, source, handed_in, "--all-cells"))
        raw["ours, few"].append(time_ours(course, name, source, handed_in[:FEW]))
    seconds = {grader: statistics.median(timed.seconds for timed in runs) for grader, runs in raw.items()}
    cpu, few = (statistics.median(timed.cpu for timed in raw[grader]) for grader in ("ours", "ours, few"))
    each = (cpu * len(handed_in) - few * FEW) / (len(handed_in) - FEW)
    bare = bare_seconds(source, answers)
    cores = os.cpu_count() or 1
    one, two = (memory_mb(course, name, source, handed_in[:4], jobs) for jobs in (1, 2))
    return {
        "ratio_vs_nbgrader": round(seconds["nbgrader"] / seconds["ours"], 2),
        "ratio_all_cells": round(seconds["nbgrader"] / seconds["ours, all cells"], 2),
        "share_of_limit": round(bare / cores / seconds["ours"], 3),
        "engine_cpu_s": round(each - bare, 3),
        "start_up_cpu_s": round((few - each) * FEW, 1),
        "bare_cpu_s": round(bare, 3),
        "submissions_per_minute": round(60 / seconds["ours"], 1),
        "nbgrader_submissions_per_minute": round(60 / seconds["nbgrader"], 2),
        "peak_memory_mb": round(two),
        "extra_worker_mb": round(two - one),
        "cores": cores,
        "raw": {grader: [vars(timed) for timed in runs] for grader, runs in raw.items()},
    }


def bare_seconds(source: nbformat.NotebookNode, answers: list[dict[str, str]]) -> float:
    """CPU seconds of one submission's cells and checks in a process that has everything imported: the limit."""
    with trial_processes(1) as executor:
        runs = list(executor.map(run_trial, [make_trial(source, pack, DEFAULT_SEED) for pack in answers]))
    return statistics.median(sum(outcome.cpu_seconds for outcome in outcomes.values()) for outcomes in runs)


def time_ours(course: Course, name: str, source, notebooks: list[str], *extra: str) -> Timed:
    with our_class(course, name, source, notebooks) as (command, folder):
        return timed([*command, *extra], folder, len(notebooks))


@contextlib.contextmanager
def our_class(course: Course, name: str, source, notebooks: list[str]) -> Iterator[tuple[list[str], Path]]:
    """A class with our configuration, and the command that grades it."""
    config = (course.root / "nbgrader_config.py").read_text()
    with class_folder(name, source, notebooks, config) as folder:
        yield [*GRADE, "--course-dir", str(folder)], folder


def time_nbgrader(name: str, source, notebooks: list[str]) -> Timed:
    with class_folder(name, source, notebooks, PLAIN_CONFIG) as folder:
        environment = {**os.environ, "PATH": f"{sys.prefix}/bin{os.pathsep}{os.environ['PATH']}"}
        generate = ["nbgrader", "generate_assignment", name, "--force", "--quiet"]
        subprocess.run(generate, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
        return timed(["nbgrader", "autograde", name, "--quiet"], folder, len(notebooks), environment)


def memory_mb(course: Course, name: str, source, notebooks: list[str], jobs: int) -> float:
    """The most memory that grading with so many workers takes at a time, all processes together."""
    others = adopt_orphans()
    most = 0
    with our_class(course, name, source, notebooks) as (command, folder):
        grading = subprocess.Popen([*command, "--jobs", str(jobs)], cwd=folder, stdout=subprocess.DEVNULL)
        while grading.poll() is None:
            now = 0
            for process in set(psutil.Process().children(recursive=True)) - others:
                with contextlib.suppress(psutil.Error):  # it has ended
                    now += process.memory_full_info().pss  # what several share is counted once
            most = max(most, now)
            time.sleep(0.1)
    return most / 2**20


def timed(command: list[str], folder: Path, students: int, environment: dict | None = None) -> Timed:
    """Run a command; its wall and CPU time, of all that it started too, divided by the number of submissions."""
    others = adopt_orphans()
    started = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - started
    cpu, memory = used.ru_utime + used.ru_stime, used.ru_maxrss
    while left := set(psutil.Process().children()) - others:
        for orphan in left:
            _, _, used = os.wait4(orphan.pid, 0)
            cpu += used.ru_utime + used.ru_stime
            memory = max(memory, used.ru_maxrss)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}: mend that first.")
    return Timed(seconds / students, cpu / students, memory / 1024)


def adopt_orphans() -> set[psutil.Process]:
    """From now on, what outlives its parent becomes a child of this process. Returns the children so far."""
    syscalls.prctl(syscalls.PR_SET_CHILD_SUBREAPER, 1)
    return set(psutil.Process().children())


@contextlib.contextmanager
def class_folder(name: str, source, notebooks: list[str], config: str):
    """A course folder with a class of students who handed in one of `notebooks` each."""
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        folder = Path(place)
        (folder / "nbgrader_config.py").write_text(config)
        (folder / "source" / name).mkdir(parents=True)
        (folder / "source" / name / f"{name}.ipynb").write_text(notebook_text(source))
        for number, text in enumerate(notebooks):
            path = folder / "submitted" / f"student-{number:04d}" / name / f"{name}.ipynb"
            path.parent.mkdir(parents=True)
            path.write_text(text)
        yield folder


def bench_sizes(sizes: list[int]) -> dict:
    """Seconds per submission and the largest process of a light notebook, by class size."""
    nbgrader = {"schema_version": 3, "task": False}
    solution = nbformat.v4.new_code_cell(
        "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION",
        id="double",
        metadata={
            "nbgrader": {**nbgrader, "grade_id": "double", "grade": False, "solution": True, "locked": False}
        },
    )
    check = nbformat.v4.new_code_cell(
        "assert double(2) == 4",
        id="double-check",
        metadata={
            "nbgrader": {
                **nbgrader,
                "grade_id": "double-check",
                "grade": True,
                "solution": False,
                "locked": True,
                "points": 1,
            }
        },
    )
    source = nbformat.v4.new_notebook(cells=[solution, check])
    handed_in = nbformat.from_dict(source)
    handed_in.cells[0].source = "def double(x):\n    return x + x"
    found = {}
    for size in sizes:
        with class_folder("light", source, [notebook_text(handed_in)] * size, PLAIN_CONFIG) as folder:
            result = timed([*GRADE, "--course-dir", str(folder)], folder, size)
        found[str(size)] = {
            "seconds": round(result.seconds, 3),
            "largest_process_mb": round(result.largest_process_mb),
        }
    return found


def show(name: str, figures: dict) -> None:
    table = Table(title=name)
    table.add_column("figure")
    table.add_column("value", justify="right")
    for key, value in figures.items():
        if key != "raw":
            table.add_row(key.replace("_", " "), f"{value:g}")
    console.print(table)


if __name__ == "__main__":
    shutil.which("bwrap") or sys.exit("The benchmark needs the sandbox: install bubblewrap.")
    main()
