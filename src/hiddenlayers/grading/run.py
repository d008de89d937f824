"""Grades a course: finds submissions, grades them in parallel, records one by one; or grades one notebook."""

import hashlib
import multiprocessing
import os
import signal
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, ProcessPoolExecutor, wait
from dataclasses import replace
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.utils import chdir

from hiddenlayers.course import DEFAULT_SEED, Course
from hiddenlayers.errors import HiddenLayersError
from hiddenlayers.grading.course_folder import CourseFolder
from hiddenlayers.grading.intake import MEGABYTE, find_notebooks, from_bytes, parse, read_file
from hiddenlayers.grading.limits import Isolation, Limits
from hiddenlayers.grading.reasons import Reason, Ungradable
from hiddenlayers.grading.record import read_result, record, remove_leftovers
from hiddenlayers.grading.reference import Reference, load_references, read_source
from hiddenlayers.grading.result import Result
from hiddenlayers.grading.submission import (
    GradedNotebook,
    Submission,
    grade_submission,
    ungradable_notebook,
)

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
) -> list[Result]:
    """Grade what lies in submitted/ and record it; unchanged submissions keep their marks.

    A submission is graded again when a file of it, a check, a file beside the instructor's notebook or the
    course's seed has changed.

    Args:
        course: our own or any other nbgrader course folder.
        chapters: names, or numbers like "02"; all that were handed in by default.
        students: all by default.
        jobs: submissions at a time; as many as there are processor cores by default.
        limits: defaults to `Limits()`, with one thread a kernel where several run at a time.
        force: grade unchanged submissions too.
        on_progress: called after each submission, in this process.
        isolation: defaults to `Isolation()`; the warm processes import what the chapters' notebooks import, too.

    Returns:
        One result a submission, by chapter and student.

    Raises:
        HiddenLayersError: a chapter or student that is not there, a course that cannot be read, or
            a gradebook that refuses.
    """
    folder = CourseFolder.load(course.root)
    wanted = folder.submissions(chapters, students)
    jobs = jobs or os.cpu_count() or 1
    limits = limits or Limits()
    if jobs > 1 and limits.threads is None:
        limits = replace(limits, threads=1)
    results: dict[tuple[str, str], Result] = {}

    def done(key: tuple[str, str], result: Result) -> None:
        results[key] = result
        if on_progress:
            on_progress(result, len(results), len(wanted))

    with folder.gradebook() as gradebook:
        chapters = list(dict.fromkeys(chapter for chapter, _ in wanted))
        references = {chapter: load_references(folder, gradebook, chapter) for chapter in chapters}
        extras = {chapter: _read_all(folder.source_files(chapter)) for chapter in references}
        isolation = _with_imports(isolation or Isolation(), references.values())
        settings = {"limits": limits, "seed": course.seed(), "isolation": isolation}
        pending = _changed(folder, gradebook, wanted, references, extras, settings, force, done)
        for submission, notebooks in _grade_all(pending, jobs):
            result = record(
                folder,
                gradebook,
                submission.student,
                submission.chapter,
                notebooks,
                submission.files,
                submission.notes,
                _fingerprint(submission),
            )
            done((submission.chapter, submission.student), result)
    return [results[key] for key in wanted]


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
    reference, files, seed = Reference(path.stem, {}, ()), {}, None
    if source is not None:
        reference, files, seed = _course_of(Path(source).resolve(), path.stem)
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
                isolation=_with_imports(isolation or Isolation(), [{path.stem: reference}]),
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


def _with_imports(isolation: Isolation, references: Iterable[Mapping[str, Reference]]) -> Isolation:
    """The isolation whose warm processes import what the instructors' notebooks import."""
    modules = {
        module for chapter in references for reference in chapter.values() for module in reference.imports
    }
    return replace(isolation, imports=tuple(sorted(modules.union(isolation.imports))))


def _course_of(source: Path, name: str) -> tuple[Reference, dict[str, bytes], int]:
    """The checks in an instructor's notebook, the files beside it, and the seed of the course around it."""
    try:
        course = Course.find(source.parent)
    except HiddenLayersError:
        return Reference.of(read_source(source), name), {}, DEFAULT_SEED
    folder = CourseFolder.load(course.root)
    with chdir(str(folder.root)):
        reference = Reference.of(read_source(source, folder.config), name, folder.config)
    return reference, _read_all(folder.files(source.parent)), course.seed()


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
        submission = _read(folder, student, chapter, references[chapter], extras[chapter], settings)
        if not force:
            known = read_result(folder, gradebook, student, chapter, _fingerprint(submission))
            if known is not None:
                done((chapter, student), known)
                continue
        yield submission


def _read(
    folder: CourseFolder,
    student: str,
    chapter: str,
    references: Mapping[str, Reference],
    extras: Mapping[str, bytes],
    settings: Mapping,
) -> Submission:
    place = folder.submitted(student, chapter)
    found, notes = find_notebooks(place, list(references))
    notebooks: dict[str, bytes | Reason] = {}
    for name, path in found.items():
        try:
            notebooks[name] = path if isinstance(path, Reason) else read_file(path)
        except Ungradable as refusal:
            notebooks[name] = refusal.reason
    megabytes = folder.directory.max_dir_size / 1000  # nbgrader gives it in kB
    files, left_out = _read_handed_in(folder.files(place), megabytes)
    if left_out:
        notes.append(Reason("files-left-out", {"limit": megabytes, "files": ", ".join(left_out)}))
    return Submission(student, chapter, notebooks, references, {**files, **extras}, tuple(notes), **settings)


def _read_all(files: Mapping[str, Path]) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in files.items()}


def _read_handed_in(files: Mapping[str, Path], megabytes: float) -> tuple[dict[str, bytes], list[str]]:
    """The contents of submitted files, and the names of those left out: a link could lead anywhere."""
    contents: dict[str, bytes] = {}
    left_out = []
    room = megabytes * MEGABYTE
    for name, path in files.items():
        status = path.lstat()
        if stat.S_ISREG(status.st_mode) and status.st_size <= room and os.access(path, os.R_OK):
            contents[name] = path.read_bytes()
            room -= len(contents[name])
        else:
            left_out.append(name)
    return contents, left_out


def _fingerprint(submission: Submission) -> str:
    """Stands for all that decides the marks: what was handed in, checks, files beside them, the seed."""
    digest = hashlib.sha256(repr(submission.seed).encode())
    parts = [*sorted(submission.notebooks.items()), *sorted(submission.files.items())]
    parts += [(name, repr(reference)) for name, reference in sorted(submission.references.items())]
    for name, part in parts:
        data = part if isinstance(part, bytes) else repr(part).encode()
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _grade_all(
    submissions: Iterator[Submission], jobs: int
) -> Iterator[tuple[Submission, list[GradedNotebook]]]:
    """Grade submissions in processes of their own, in whatever order they are done.

    Few are in flight at a time, so that a class of any size needs the same memory. Where a process dies, all
    that were in flight are graded again one by one; one that kills its process again is ungradable.
    """
    executor = _executor(jobs)
    running: dict[Future, Submission] = {}
    finished_well = False
    try:
        while True:
            lost = []
            while (
                not lost and len(running) < 2 * jobs and (submission := next(submissions, None)) is not None
            ):
                try:
                    running[executor.submit(_work, submission)] = submission
                except BrokenExecutor:
                    lost.append(submission)
            if not (running or lost):
                break
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                submission = running.pop(future)
                try:
                    notebooks = future.result()
                except BrokenExecutor:
                    lost.append(submission)
                else:
                    yield submission, notebooks
            if lost:
                lost += running.values()
                running.clear()
                for submission in lost:
                    yield submission, _grade_alone(submission)
                executor.shutdown()
                executor = _executor(jobs)
        finished_well = True
    finally:
        if not finished_well:  # an error, or Ctrl-C: do not wait for notebooks that may run for minutes
            for process in multiprocessing.active_children():
                process.terminate()
        executor.shutdown(cancel_futures=True)


def _grade_alone(submission: Submission) -> list[GradedNotebook]:
    with _executor(1) as executor:
        try:
            return executor.submit(_work, submission).result()
        except BrokenExecutor:
            reason = Reason("worker-died")
            return [ungradable_notebook(reference, reason) for reference in submission.references.values()]


def _executor(jobs: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the parent holds a database connection and, in the tests, threads.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_start_worker)


def _start_worker() -> None:
    """Ctrl-C goes to the parent alone, which ends its workers by SIGTERM; they clean up their kernels."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: exit(1))


def _work(submission: Submission) -> list[GradedNotebook]:
    try:
        return grade_submission(submission)
    except SystemExit:
        os._exit(1)  # the pool would go on to its next task
