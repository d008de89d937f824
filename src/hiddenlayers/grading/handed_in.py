"""Reads a submission out of a course folder: from here on it is bytes and travels to any process or machine."""

import os
import stat
from collections.abc import Collection, Mapping
from pathlib import Path

from hiddenlayers.grading.course_folder import CourseFolder
from hiddenlayers.grading.intake import MEGABYTE, find_notebooks, printable, read_file
from hiddenlayers.grading.limits import Isolation, Limits
from hiddenlayers.grading.reasons import Reason, Ungradable
from hiddenlayers.grading.record import RECORD
from hiddenlayers.grading.reference import Reference
from hiddenlayers.grading.submission import Submission

NAMED = 10  # files that a reason lists


def read_submission(
    folder: CourseFolder,
    student: str,
    chapter: str,
    references: Mapping[str, Reference],
    extras: Mapping[str, bytes],
    limits: Limits,
    seed: int,
    isolation: Isolation,
) -> Submission:
    """What a student handed in to a chapter, and all that grading it needs.

    Args:
        folder: the course.
        student: whose.
        chapter: to which.
        references: the notebooks to grade, by name.
        extras: files beside the instructor's notebook; they take the place of submitted ones.
        limits: what it may use.
        seed: the course's.
        isolation: where it runs.
    """
    place = folder.submitted(student, chapter)
    found, notes = find_notebooks(place, list(references))
    notebooks: dict[str, bytes | Reason] = {}
    for name, path in found.items():
        try:
            notebooks[name] = path if isinstance(path, Reason) else read_file(path)
        except Ungradable as refusal:
            notebooks[name] = refusal.reason
    megabytes = folder.directory.max_dir_size / 1000  # nbgrader gives it in kB
    taken = {RECORD, *(f"{name}.ipynb" for name in references), *extras}
    there = {
        name: path for name, path in folder.files(place).items() if name != RECORD
    }  # that is ours to write
    files, left_out = _read_within(there, min(megabytes, limits.disk_mb / 2), limits.files // 2, taken)
    if left_out:
        names = ", ".join(map(printable, left_out[:NAMED]))
        more = f" … (+{len(left_out) - NAMED:,})" if len(left_out) > NAMED else ""
        notes.append(Reason("files-left-out", {"files": names + more}))
    return Submission(
        student=student,
        chapter=chapter,
        notebooks=notebooks,
        references=references,
        files={**files, **extras},
        notes=tuple(notes),
        limits=limits,
        seed=seed,
        isolation=isolation,
    )


def read_files(files: Mapping[str, Path]) -> dict[str, bytes]:
    """The contents of files that the course vouches for."""
    return {name: path.read_bytes() for name, path in files.items()}


def _read_within(
    files: Mapping[str, Path], megabytes: float, count: int, taken: Collection[str]
) -> tuple[dict[str, bytes], list[str]]:
    """The contents of submitted files, and the names of those left out: a link could lead anywhere.

    Args:
        files: paths by name.
        megabytes, count: how much and how many they may be.
        taken: the names of files that are to lie beside them.
    """
    contents: dict[str, bytes] = {}
    left_out = []
    room = megabytes * MEGABYTE
    for name, path in files.items():
        status = path.lstat()
        readable = stat.S_ISREG(status.st_mode) and status.st_size <= room and os.access(path, os.R_OK)
        if readable and len(contents) < count and _is_usable(name, taken):
            contents[name] = path.read_bytes()
            room -= len(contents[name])
        else:
            left_out.append(name)
    return contents, left_out


def _is_usable(name: str, taken: Collection[str]) -> bool:
    """Whether a name is text (bytes in another encoding are not) and fits in with the names that are taken."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return not any(name.startswith(f"{other}/") or other.startswith(f"{name}/") for other in taken)
