"""The command `hiddenlayers`: one verb a step, from a chapter's text to a graded class.

Exit codes: 0 done; 1 something was found (a finding, a submission that wants a person's look); 2 misuse.
"""

import contextlib
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from hiddenlayers.course import LANGUAGES, Course
from hiddenlayers.datasets.commands import app as data_app
from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.grading.limits import Isolation, Limits

if TYPE_CHECKING:
    from hiddenlayers.grading.result import Result
    from hiddenlayers.grading.sandbox.process import WarmProcess

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Hidden Layers: a course that grades itself."
)
app.add_typer(data_app, name="data", help="List, fetch and verify the data sets.")
console = Console()

CourseDir = Annotated[
    Path | None, typer.Option("--course-dir", help="The course folder; by default the one around here.")
]
WORKERS, LIMITS, ISOLATION = "Workers", "Limits of a submission", "Isolation"  # groups of options
Chapters = Annotated[list[str] | None, typer.Argument(help="Chapters, in full or by number; by default all.")]


@app.command()
def build(
    chapters: Chapters = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; find what breaks the rules.")
    ] = False,
    from_notebooks: Annotated[
        bool, typer.Option("--from-notebooks", help="Write edited source notebooks back into the chapters.")
    ] = False,
    execute: Annotated[
        bool, typer.Option("--execute", help="Also run the chapters for readers, into notebooks/.")
    ] = False,
    jobs: Annotated[int, typer.Option(min=1, help="Chapters to run at once, with --execute.")] = 2,
    course_dir: CourseDir = None,
) -> None:
    """Make the source and release notebooks out of the chapters' texts, and renew the prose of executed ones."""
    from hiddenlayers.authoring import build as building
    from hiddenlayers.authoring.lint import lint
    from hiddenlayers.authoring.weave import weave_all, weave_prose

    course = Course.find(course_dir)
    names = course.select(chapters)
    if check:
        _report(lint(course, names), f"Every rule kept: {', '.join(names)}.")
        return
    _keep_answers(course, names)
    if from_notebooks:
        for path in building.build_from_notebooks(course, names):
            console.print(f"Written back: {path.relative_to(course.root)}")
    changed = building.build(course, names)
    changed += [path for name in names for path in weave_prose(course, name)]
    for path in changed:
        console.print(f"Built: {path.relative_to(course.root)}")
    if not changed:
        console.print("The notebooks are up to date.")
    if execute:
        with _progress() as progress:
            tasks = {name: progress.add_task(name, total=None) for name in names}
            report = lambda name, done, of: progress.update(tasks[name], completed=done, total=of)  # noqa: E731
            for name, ran in weave_all(course, names, jobs, report):
                progress.remove_task(tasks[name])
                console.print(f"notebooks/: {name} {'executed' if ran else 'is up to date'}")


def _keep_answers(course: Course, chapters: list[str]) -> None:
    """People solve exercises right in release/, which a command for authors must not cost them."""
    from hiddenlayers.authoring.build import keep_answers

    for path in keep_answers(course, chapters):
        console.print(f"Somebody's work, kept: {path.relative_to(course.root)}")


@app.command()
def verify(
    chapters: Chapters = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to run at once.")] = os.cpu_count() or 1,
    course_dir: CourseDir = None,
) -> None:
    """Prove by running that every check judges right: references, stubs, and the whole answer bank."""
    from hiddenlayers.authoring.verify import verify as verify_chapters

    course = Course.find(course_dir)
    names = course.select(chapters)
    with _progress() as progress:
        tasks = {name: progress.add_task(name, total=None) for name in names}
        verified = verify_chapters(
            course, names, jobs, lambda name, done, of: progress.update(tasks[name], completed=done, total=of)
        )
    for result in verified:
        console.print(
            f"{result.chapter}: {result.answers} answers graded; exercises and checks take"
            f" {result.check_seconds:.1f} s of CPU, the whole notebook {result.notebook_seconds:.1f} s"
        )
    _report([finding for result in verified for finding in result.findings], "Every check judges right.")


@app.command()
def release(
    chapters: Chapters = None,
    kit: Annotated[bool, typer.Option("--kit", help="Also pack what students need into one zip.")] = False,
    course_dir: CourseDir = None,
) -> None:
    """Make the releases, draw the course's seed, and enter the assignments in the gradebook."""
    from hiddenlayers.authoring import build as building
    from hiddenlayers.authoring.kit import pack_kit
    from hiddenlayers.grading.reference import register_assignment

    course = Course.find(course_dir)
    names = course.select(chapters)
    _keep_answers(course, names)
    building.build(course, names)
    course.seed(create=True)
    for name in names:
        register_assignment(course, name)
        console.print(
            ", ".join(str(course.release(name, each).relative_to(course.root)) for each in LANGUAGES)
        )
    if kit:
        console.print(f"Kit: {pack_kit(course, names).relative_to(course.root)}")


@app.command()
def site(
    folder: Annotated[Path | None, typer.Argument(help="Where to build it; by default site/.")] = None,
    course_dir: CourseDir = None,
) -> None:
    """Build the site in both languages, out of notebooks/ and docs/."""
    try:
        from hiddenlayers.site.build import build_site
    except ImportError as error:
        raise HiddenLayersError(
            f"The site needs {error.name}: install the extra with pip install 'hiddenlayers[site]'."
        ) from None

    course = Course.find(course_dir)
    folder = folder or course.root / "site"
    with console.status("Building the site"):
        build_site(course, folder)
    console.print(f"Built: {folder / 'index.html'}")


@app.command("demo-class")
def demo_class(
    folder: Annotated[Path, typer.Argument(help="Where to make it.")],
    chapters: Chapters = None,
    students: Annotated[int, typer.Option(min=1, help="How many students.")] = 30,
    compare: Annotated[
        bool,
        typer.Option("--compare", help="Compare the marks of a graded demo class with what they should be."),
    ] = False,
    course_dir: CourseDir = None,
) -> None:
    """Make a class of made-up students out of the answer bank, in a course folder of its own."""
    from hiddenlayers import demo

    if compare:
        differences = demo.compare(folder)
        _report(differences, "Every mark is what the answer bank says.")
        return
    course = Course.find(course_dir)
    names = course.select(chapters)
    demo.make_class(course, names, folder, students)
    console.print(f"{students} students handed in {', '.join(names)} in {folder}")


@app.command()
def grade(
    targets: Annotated[
        list[str] | None,
        typer.Argument(help="Chapters (by default all that were handed in), or one notebook."),
    ] = None,
    students: Annotated[
        list[str] | None, typer.Option("--student", help="Only this student; may be given several times.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Grade unchanged submissions again.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the results as JSON.")] = False,
    course_dir: CourseDir = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            min=1, help="Submissions at once; by default all cores or workers.", rich_help_panel=WORKERS
        ),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Grade on the workers of this Dask scheduler: tcp://HOST:PORT.",
            rich_help_panel=WORKERS,
        ),
    ] = None,
    cell_seconds: Annotated[
        float | None,
        typer.Option(
            min=1,
            help=f"Time for a cell; by default nbgrader's Execute.timeout if set, else {Limits.cell_seconds:g}.",
            rich_help_panel=LIMITS,
        ),
    ] = None,
    submission_seconds: Annotated[
        float, typer.Option(min=1, help="Time for a submission.", rich_help_panel=LIMITS)
    ] = Limits.submission_seconds,
    memory_mb: Annotated[
        int, typer.Option(min=64, help="Memory beyond what the imports took.", rich_help_panel=LIMITS)
    ] = Limits.memory_mb,
    disk_mb: Annotated[
        int, typer.Option(min=1, help="Files that it writes.", rich_help_panel=LIMITS)
    ] = Limits.disk_mb,
    processes: Annotated[
        int, typer.Option(min=16, help="Processes and threads.", rich_help_panel=LIMITS)
    ] = Limits.processes,
    output_kb: Annotated[
        int, typer.Option(min=1, help="Output of a cell.", rich_help_panel=LIMITS)
    ] = Limits.output_bytes // 1000,
    sandbox: Annotated[
        str,
        typer.Option(
            help="auto: where the host allows it; require: refuse to do without; off.",
            rich_help_panel=ISOLATION,
        ),
    ] = "auto",
    judge: Annotated[
        str,
        typer.Option(
            help="Checks run outside the learner's process, inside as nbgrader does, or auto.",
            rich_help_panel=ISOLATION,
        ),
    ] = "auto",
    all_cells: Annotated[
        bool,
        typer.Option(
            "--all-cells", help="Run narrative cells too that no answer needs.", rich_help_panel=ISOLATION
        ),
    ] = False,
) -> None:
    """Grade what was handed in, or one notebook without a course: a self-learner's score.

    Exit codes: 0 every submission graded, 1 some ungradable or wanting a person's look, 2 misuse.
    """
    for name, value, known in (
        ("--sandbox", sandbox, ("auto", "require", "off")),
        ("--judge", judge, ("auto", "outside", "inside")),
    ):
        if value not in known:
            raise HiddenLayersError(f"{name} {value}: choose {', '.join(known)}.")
    isolation = Isolation(sandbox, judge, all_cells)
    limits = Limits(
        submission_seconds=submission_seconds,
        output_bytes=output_kb * 1000,
        memory_mb=memory_mb,
        disk_mb=disk_mb,
        processes=processes,
    )
    started = time.monotonic()
    if notebooks := [target for target in targets or () if target.endswith(".ipynb")]:
        if len(targets) > 1:
            raise HiddenLayersError(
                f"{len(targets)} targets: grade one notebook, or a class with its chapters."
            )
        if scheduler:
            raise HiddenLayersError("--scheduler is for a class: grade one notebook without it.")
        from hiddenlayers.grading.run import grade_notebook

        notebook = Path(notebooks[0])
        limits = replace(limits, cell_seconds=cell_seconds or Limits.cell_seconds)
        source = _source_of(notebook, course_dir)
        results = [grade_notebook(notebook, source, limits, _possible(isolation))]
    else:
        course = Course.find(course_dir)
        results = _grade_class(
            course, targets, students, jobs, limits, cell_seconds, force, isolation, scheduler, as_json
        )
    from hiddenlayers.report.table import exercise_table, marks_tables, results_json, summary

    if as_json:
        print(results_json(results))
    elif not results:
        console.print("Nothing was handed in: put notebooks into submitted/STUDENT/CHAPTER/.")
    elif results[0].student:
        for table in marks_tables(results, console.width):
            console.print(table)
        console.print(summary(results, time.monotonic() - started), highlight=False)
    else:
        console.print(exercise_table(results[0]))
    if any(result.state != "graded" for result in results):
        raise typer.Exit(1)


def _grade_class(
    course: Course,
    chapters: list[str] | None,
    students: list[str] | None,
    jobs: int | None,
    limits: Limits,
    cell_seconds: float | None,
    force: bool,
    isolation: Isolation,
    scheduler: str | None,
    as_json: bool,
) -> "list[Result]":
    """Grade a class here or on a cluster, with the progress on the screen (and off standard output for JSON)."""
    from hiddenlayers.grading.imports import likely_imports
    from hiddenlayers.grading.sandbox.host import SandboxUnavailable
    from hiddenlayers.grading.sandbox.process import WarmProcess
    from hiddenlayers.grading.workers import import_ahead

    with contextlib.ExitStack() as stack:
        executor = warm = None
        if not scheduler and isolation.sandbox != "off":  # it imports TensorFlow while we import nbgrader
            with contextlib.suppress(SandboxUnavailable):
                warm = WarmProcess(likely_imports(course.root))
                stack.callback(warm.close)
        if not scheduler:
            import_ahead()
        from hiddenlayers.grading.cluster import cluster
        from hiddenlayers.grading.course_folder import CourseFolder
        from hiddenlayers.grading.run import grade_course
        from hiddenlayers.report.live import show_progress

        given = cell_seconds or CourseFolder.load(course.root).cell_seconds
        limits = replace(limits, cell_seconds=given or Limits.cell_seconds)
        if scheduler:
            workers = stack.enter_context(cluster(scheduler, isolation))
            executor, jobs = workers.executor, jobs or workers.jobs
            for worker, missing in workers.without_sandbox.items():
                _warn_of_no_sandbox(f"{missing} ({worker})")
            proved = isolation.sandbox != "off" and not workers.without_sandbox
            isolation = replace(isolation, proved=proved)
        else:
            isolation = _possible(isolation, warm)
        screen = Console(stderr=True) if as_json else console
        on_progress = stack.enter_context(show_progress(screen, quiet=as_json))
        return grade_course(
            course, chapters, students, jobs, limits, force, on_progress, isolation, executor, warm
        )


def _possible(isolation: Isolation, warm: "WarmProcess | None" = None) -> Isolation:
    """The isolation that this host can give; says so where that is less."""
    from hiddenlayers.grading.workplace import probe

    if missing := probe(isolation, warm):
        _warn_of_no_sandbox(missing)
        return replace(isolation, sandbox="off")
    return replace(isolation, proved=isolation.sandbox != "off")


def _warn_of_no_sandbox(reason: str) -> None:
    print(f"Without the sandbox: {reason} Grade only people you trust like this.", file=sys.stderr)


@app.command()
def feedback(
    chapters: Annotated[
        list[str] | None, typer.Argument(help="Chapters; by default all that were graded.")
    ] = None,
    students: Annotated[
        list[str] | None, typer.Option("--student", help="Only this student; may be given several times.")
    ] = None,
    course_dir: CourseDir = None,
) -> None:
    """Write a page for every graded submission: its exercise table, and why a check failed."""
    from hiddenlayers.grading.course_folder import CourseFolder
    from hiddenlayers.report.feedback import write_feedback

    course = Course.find(course_dir)
    pages = write_feedback(course, chapters, students)
    place = course.root / CourseFolder.load(course.root).directory.feedback_directory
    console.print(f"{len(pages)} pages in {place}")


def _source_of(notebook: Path, course_dir: Path | None) -> Path | None:
    """The instructor's version of a notebook, if the course around it, or around here, has one."""
    courses = [Course.find(course_dir)] if course_dir else []
    for place in () if course_dir else (notebook.parent, None):
        with contextlib.suppress(HiddenLayersError):
            courses.append(Course.find(place))
    sources = [course.source(notebook.stem) for course in courses]
    return next((source for source in sources if source.is_file()), None)


def _report(findings: list, all_well: str) -> None:
    """Print findings, one a line, and exit with 1 if there are any."""
    for finding in findings:
        console.print(str(finding), highlight=False, markup=False, soft_wrap=True)
    if findings:
        console.print(f"{len(findings)} found.")
        raise typer.Exit(1)
    console.print(all_well)


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
    )


def main() -> None:
    """Run the command; a user's mistake is one line on standard error and exit code 2."""
    try:
        app(prog_name="hiddenlayers")
    except HiddenLayersError as error:
        print(f"hiddenlayers: {error}", file=sys.stderr)
        sys.exit(2)
    except ModuleNotFoundError as error:  # the package alone brings what a notebook needs, and no grader
        print(
            f"hiddenlayers: this needs {error.name}: pip install 'hiddenlayers[grade]' (or [site], for the site).",
            file=sys.stderr,
        )
        sys.exit(2)
    except OSError as error:  # a full disk, a folder that may not be written, a path that is too long
        print(f"hiddenlayers: {error}: mend that and run the command again.", file=sys.stderr)
        sys.exit(2)
