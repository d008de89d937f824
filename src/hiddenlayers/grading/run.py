"""Grades a course: finds submissions, grades them in parallel, records one by one; or grades one notebook."""

import contextlib
import hashlib
import itertools
import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import asdict, replace
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

from nbgrader.api import Gradebook
from nbgrader.utils import chdir

from hiddenlayers.course import DEFAULT_SEED, Course
from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.grading.course_folder import CourseFolder
from hiddenlayers.grading.handed_in import read_files, read_submission
from hiddenlayers.grading.imports import to_have_ready
from hiddenlayers.grading.intake import from_bytes, parse, read_file
from hiddenlayers.grading.limits import Isolation, Limits
from hiddenlayers.grading.parallel import grade_all
from hiddenlayers.grading.reasons import Reason, Ungradable
from hiddenlayers.grading.record import read_result, record, remove_leftovers
from hiddenlayers.grading.reference import Reference, is_assignment, load_references, read_source
from hiddenlayers.grading.result import Result
from hiddenlayers.grading.sandbox import bubblewrap
from hiddenlayers.grading.sandbox.process import WarmProcess
from hiddenlayers.grading.submission import Submission, grade_submission, ungradable_notebook
from hiddenlayers.grading.workplace import shared_warm_process

LOCK = ".grading.lock"
Progress = Callable[[Result, int, int], None]  # a result, how many are done, how many there are


def grade_course(
    course: Course,
    chapters: Sequence[str] | None = None,
    students: Collection[str] | None = None,
    jobs: int | None = None,
    limits: Limits | None = None,
    force: bool = False,
    on_progress: Progress | None = None,
    isolation: Isolation | None = None,
    executor: Executor | None = None,
    warm: WarmProcess | None = None,
) -> list[Result]:
    """Grade what lies in submitted/ and record it; unchanged submissions keep their marks.

    A submission is graded again when a file of it, a check, a file beside the instructor's notebook or the
    course's seed has changed, when the grader or its machine failed, and under other limits when one stopped it.

    Args:
        course: our own or any other nbgrader course folder.
        chapters: names, or numbers like "02"; all that were handed in by default.
        students: all by default.
        jobs: submissions at a time; as many as there are processor cores by default.
        limits: defaults to `Limits()` with the time for a cell that nbgrader is configured to give. Where several
            kernels run at a time, each has one thread.
        force: grade unchanged submissions too.
        on_progress: called after each submission, in this process.
        isolation: defaults to `Isolation()`; the warm processes import what the chapters' notebooks import, too.
        executor: what does the grading, here or on other machines; by default `jobs` processes of our own.
        warm: a warm process that was started already, for them to share; it stays open.

    Returns:
        One result a submission, by chapter and student.

    Raises:
        HiddenLayersError: a chapter or student that is not there, a course that cannot be read,
            a gradebook that refuses, or an executor that does no work any more.
    """
    folder = CourseFolder.load(course.root)
    wanted = folder.submissions(chapters, students)
    jobs = jobs or os.cpu_count() or 1
    limits = limits or Limits(cell_seconds=folder.cell_seconds or Limits.cell_seconds)
    if jobs > 1 and limits.threads is None:
        limits = replace(limits, threads=1)
    results: dict[tuple[str, str], Result] = {}

    def done(key: tuple[str, str], result: Result) -> None:
        results[key] = result
        if on_progress:
            on_progress(result, len(results), len(wanted))

    isolation = isolation or Isolation()
    with contextlib.ExitStack() as stack:
        stack.enter_context(_alone(folder))
        gradebook = stack.enter_context(folder.gradebook())
        found = list(dict.fromkeys(chapter for chapter, _ in wanted))
        references = {
            chapter: load_references(folder, gradebook, chapter)
            for chapter in found
            if chapters or is_assignment(folder, gradebook, chapter)
        }
        for chapter, student in wanted:
            if chapter not in references:  # a stray folder stops nobody
                reason = Reason("no-chapter", {"name": chapter})
                done((chapter, student), Result(student, chapter, (), (reason,), ungradable=True))
        extras = {chapter: read_files(folder.source_files(chapter)) for chapter in references}
        isolation = isolation_for(isolation, references.values(), folder)
        settings = {"limits": limits, "seed": course.seed(), "isolation": isolation}
        known = [(chapter, student) for chapter, student in wanted if chapter in references]
        pending = _changed(folder, gradebook, known, references, extras, settings, force, done)
        first = next(pending, None)
        prepare = None
        if first and executor is None:
            prepare = stack.enter_context(shared_warm_process(isolation, limits, warm))
        pending = itertools.chain(filter(None, [first]), pending)
        for submission, notebooks in grade_all(pending, jobs, executor, prepare):
            result = record(folder, gradebook, submission, notebooks, _fingerprint(submission))
            done((submission.chapter, submission.student), result)
    return [results[key] for key in wanted]


@contextlib.contextmanager
def _alone(folder: CourseFolder) -> Iterator[None]:
    """One run a course: two would take each other's files away."""
    if fcntl is None:
        yield
        return
    with (folder.root / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # let go when the process ends, however it ends
        except OSError:
            raise HiddenLayersError(
                f"{folder.root} is being graded by another run: wait until it has ended."
            ) from None
        yield


def grade_notebook(
    path: Path,
    source: Path | None = None,
    limits: Limits | None = None,
    isolation: Isolation | None = None,
) -> Result:
    """Grade one notebook without a course.

    Args:
        path: the learner's notebook.
        source: the instructor's notebook, whose checks are put in; without it the notebook's own visible
            checks count, and hidden ones are left out of the points.
        limits: defaults to `Limits()`.
        isolation: defaults to `Isolation()`.

    Raises:
        HiddenLayersError: there is no such file, or `source` is no instructor's notebook.
    """
    for file in filter(None, (path, source)):
        if not Path(file).is_file():
            raise HiddenLayersError(f"No notebook {file}: check the path.")
    path = Path(path).resolve()
    reference, files, seed, folder = Reference(path.stem, {}, ()), {}, None, None
    if source is not None:
        reference, files, seed, folder = _course_of(Path(source).resolve(), path.stem)
    try:
        data = parse(read_file(path))
        if source is None:
            reference = Reference.of_release(from_bytes(data), path.stem)
        (graded,) = grade_submission(
            Submission(
                student="",
                chapter=path.stem,
                notebooks={path.stem: data},
                references={path.stem: reference},
                files=files,
                limits=limits or Limits(),
                seed=seed,
                isolation=isolation_for(isolation or Isolation(), [{path.stem: reference}], folder),
            )
        )
    except Ungradable as refusal:
        graded = ungradable_notebook(reference, refusal.reason)
    return Result(
        student="",
        chapter=path.stem,
        checks=graded.checks,
        notes=graded.notes,
        ungradable=graded.ungradable is not None,
        seconds=graded.facts.seconds,
        memory_mb=graded.facts.memory_mb,
        language=graded.language,
    )


def isolation_for(
    isolation: Isolation, references: Iterable[Mapping[str, Reference]], folder: CourseFolder | None = None
) -> Isolation:
    """What `isolation` comes to for these notebooks: the warm processes import what the instructors' notebooks do.

    A course whose checks are written for the judge has it, whatever a submission's metadata say. In any other course
    they run inside, and all cells run, as nbgrader runs them.

    Raises:
        HiddenLayersError: submissions could read the course, or checks are not what can be judged outside.
    """
    if folder is not None and isolation.sandbox != "off" and bubblewrap.shows(folder.root):
        raise HiddenLayersError(
            f"{folder.root} lies in a folder that submissions may read, as the Python environment does: move it."
        )
    modules = {
        module for chapter in references for reference in chapter.values() for module in reference.imports
    }
    if isolation.judge == "auto" and folder is not None:
        isolation = replace(isolation, judge="outside" if folder.written_for_judge else "inside")
    if isolation.judge == "outside":
        for chapter in references:
            for reference in chapter.values():
                if reason := reference.unfit_for_judge():
                    raise HiddenLayersError(f"{reference.name}: {reason}: grade it with --judge inside.")
    # There an answer may need what our rules forbid
    if folder is not None and not folder.written_for_judge:
        isolation = replace(isolation, all_cells=True)
    return replace(isolation, imports=to_have_ready(modules.union(isolation.imports)))


def _course_of(source: Path, name: str) -> tuple[Reference, dict[str, bytes], int, CourseFolder | None]:
    """The checks in an instructor's notebook, the files beside it, and the seed and folder of the course around it."""
    try:
        course = Course.find(source.parent)
    except HiddenLayersError:
        return Reference.of(read_source(source), name), {}, DEFAULT_SEED, None
    folder = CourseFolder.load(course.root)
    with chdir(str(folder.root)):
        reference = Reference.of(read_source(source, folder.config), name, folder.config)
    return reference, read_files(folder.files(source.parent)), course.seed(), folder


def _changed(
    folder: CourseFolder,
    gradebook: Gradebook,
    wanted: list[tuple[str, str]],
    references: Mapping[str, Mapping[str, Reference]],
    extras: Mapping[str, Mapping[str, bytes]],
    settings: Mapping,
    force: bool,
    done: Callable[[tuple[str, str], Result], None],
) -> Iterator[Submission]:
    """The submissions to grade, read one at a time; those graded before and unchanged count as done."""
    for chapter, student in wanted:
        remove_leftovers(folder.autograded(student, chapter))
        submission = read_submission(
            folder, student, chapter, references[chapter], extras[chapter], **settings
        )
        if not force:
            fingerprint = _fingerprint(submission)
            known = read_result(folder, gradebook, student, chapter, fingerprint, submission.limits)
            if known is not None:
                done((chapter, student), known)
                continue
        yield submission


def _fingerprint(submission: Submission) -> str:
    """Stands for all that decides the marks: what was handed in, checks, files beside them, the seed."""
    digest = hashlib.sha256(repr(submission.seed).encode())
    parts = [*sorted(submission.notebooks.items()), *sorted(submission.files.items())]
    for name, reference in sorted(submission.references.items()):
        # Sets come in another order in every process
        parts.append((name, json.dumps(asdict(reference), default=sorted, sort_keys=True).encode()))
    for name, part in parts:
        data = part if isinstance(part, bytes) else repr(part).encode()
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()
