"""How fast a class is graded: by plain `nbgrader autograde` and by us, on the same submissions, alternating.

Run it with `make bench`. It prints one table a chapter and writes benchmarks/latest.json. All figures come from one
run on one machine: the ratio counts, not the seconds.
"""

import argparse
import contextlib
import itertools
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import nbformat
import psutil
from rich.console import Console
from rich.table import Table

from hiddenlayers.answers import packs, read_bank, submission
from hiddenlayers.authoring.build import release
from hiddenlayers.authoring.chapter import notebook_text, read_chapter
from hiddenlayers.authoring.trial import make_trial, run_trial, trial_processes
from hiddenlayers.course import DEFAULT_SEED, Course
from hiddenlayers.grading.sandbox import syscalls

LATEST = Path(__file__).with_name("latest.json")
# "Plain nbgrader": nothing of ours in its configuration but the names of folders
PLAIN_CONFIG = 'c = get_config()\nc.CourseDirectory.course_id = "bench"\nc.CourseDirectory.db_url = "sqlite:///gradebook.db"\n'
console = Console()


@dataclass(frozen=True)
class Timed:
    """One timed grading of a class: wall and CPU seconds of everything that it started, per submission."""

    seconds: float
    cpu: float
    peak_memory_mb: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("chapters", nargs="*", default=["02"])
    parser.add_argument("--rounds", type=int, default=2, help="how often the graders take turns")
    parser.add_argument("--students", type=int, default=20, help="submissions that we grade in a round")
    parser.add_argument(
        "--nbgrader-students", type=int, default=4, help="submissions that nbgrader grades in a round"
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
    answers = [{exercise: answer.code for exercise, answer in pack.items()} for pack in packs(bank)]
    released = release(source, course, "en")
    notebooks = [notebook_text(submission(released, pack)) for pack in answers]
    raw: dict[str, list[Timed]] = {"nbgrader": [], "ours": [], "ours, all cells": []}
    for _ in range(options.rounds):
        raw["nbgrader"].append(time_nbgrader(name, source, notebooks, options.nbgrader_students))
        raw["ours"].append(time_ours(course, name, source, notebooks, options.students))
        raw["ours, all cells"].append(
            time_ours(course, name, source, notebooks, options.students, "--all-cells")
        )
    seconds = {grader: statistics.median(timed.seconds for timed in runs) for grader, runs in raw.items()}
    bare = bare_seconds(source, answers)
    cores = os.cpu_count() or 1
    cpu = statistics.median(timed.cpu for timed in raw["ours"])
    return {
        "ratio_vs_nbgrader": round(seconds["nbgrader"] / seconds["ours"], 2),
        "ratio_all_cells": round(seconds["nbgrader"] / seconds["ours, all cells"], 2),
        "share_of_limit": round(bare / cores / seconds["ours"], 3),
        "engine_cpu_s": round(cpu - bare, 3),
        "bare_cpu_s": round(bare, 3),
        "submissions_per_minute": round(60 / seconds["ours"], 1),
        "nbgrader_submissions_per_minute": round(60 / seconds["nbgrader"], 2),
        "peak_memory_mb": round(max(timed.peak_memory_mb for timed in raw["ours"])),
        "cores": cores,
        "raw": {grader: [vars(timed) for timed in runs] for grader, runs in raw.items()},
    }


def bare_seconds(source: nbformat.NotebookNode, answers: list[dict[str, str]]) -> float:
    """CPU seconds of one submission's cells and checks in a process that has everything imported: the limit."""
    with trial_processes(1) as executor:
        runs = list(executor.map(run_trial, [make_trial(source, pack, DEFAULT_SEED) for pack in answers]))
    return statistics.median(sum(outcome.cpu_seconds for outcome in outcomes.values()) for outcomes in runs)


def time_ours(course: Course, name: str, source, notebooks: list[str], students: int, *extra: str) -> Timed:
    with class_folder(
        name, source, notebooks, students, (course.root / "nbgrader_config.py").read_text()
    ) as folder:
        command = [
            sys.executable,
            "-m",
            "hiddenlayers",
            "grade",
            "--course-dir",
            str(folder),
            "--sandbox",
            "require",
        ]
        return timed([*command, *extra], folder, students)


def time_nbgrader(name: str, source, notebooks: list[str], students: int) -> Timed:
    with class_folder(name, source, notebooks, students, PLAIN_CONFIG) as folder:
        environment = {**os.environ, "PATH": f"{sys.prefix}/bin{os.pathsep}{os.environ['PATH']}"}
        generate = ["nbgrader", "generate_assignment", name, "--force", "--quiet"]
        subprocess.run(generate, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
        return timed(["nbgrader", "autograde", name, "--quiet"], folder, students, environment)


def timed(command: list[str], folder: Path, students: int, environment: dict | None = None) -> Timed:
    """Run a command; its wall and CPU time, of all that it started too, divided by the number of submissions."""
    syscalls.prctl(syscalls.PR_SET_CHILD_SUBREAPER, 1)  # so that what outlives the command is counted as well
    ours = set(psutil.Process().children())
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    done = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=False)
    seconds = time.monotonic() - started
    while left := set(psutil.Process().children()) - ours:
        for process in left:
            os.waitpid(process.pid, 0)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: mend that first.")
    cpu = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    return Timed(seconds / students, cpu / students, after.ru_maxrss / 1024)


@contextlib.contextmanager
def class_folder(name: str, source, notebooks: list[str], students: int, config: str):
    """A course folder with a class of students who handed in `notebooks` in turn."""
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        folder = Path(place)
        (folder / "nbgrader_config.py").write_text(config)
        (folder / "source" / name).mkdir(parents=True)
        (folder / "source" / name / f"{name}.ipynb").write_text(notebook_text(source))
        for number, text in zip(range(students), itertools.cycle(notebooks), strict=False):
            path = folder / "submitted" / f"student-{number:04d}" / name / f"{name}.ipynb"
            path.parent.mkdir(parents=True)
            path.write_text(text)
        yield folder


def bench_sizes(sizes: list[int]) -> dict:
    """Seconds and the grader's memory per submission of a light notebook, by class size."""
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
        with class_folder("light", source, [notebook_text(handed_in)], size, PLAIN_CONFIG) as folder:
            command = [sys.executable, "-m", "hiddenlayers", "grade", "--course-dir", str(folder)]
            result = timed([*command, "--sandbox", "require"], folder, size)
        found[str(size)] = {
            "seconds": round(result.seconds, 3),
            "peak_memory_mb": round(result.peak_memory_mb),
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
