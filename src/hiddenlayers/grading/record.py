"""Writes marks into nbgrader's gradebook and graded notebooks into autograded/: one writer, all or nothing.

The order makes a killed run harmless: files are prepared beside their place, the gradebook is committed in
one transaction, and the folder with its record moves into place last. Until then the submission counts as
ungraded.
"""

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from nbgrader.api import (
    Comment,
    Grade,
    Gradebook,
    MissingEntry,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import parse_utc

from hiddenlayers.grading.course_folder import CourseFolder
from hiddenlayers.grading.limits import Limits
from hiddenlayers.grading.reasons import NOT_THE_STUDENTS, STRUCK, Reason
from hiddenlayers.grading.result import Result
from hiddenlayers.grading.score import Check
from hiddenlayers.grading.submission import GradedNotebook, Submission

RECORD = ".grading.json"  # beside the graded notebooks: what the gradebook has no place for


def record(
    folder: CourseFolder,
    gradebook: Gradebook,
    submission: Submission,
    notebooks: list[GradedNotebook],
    fingerprint: str,
) -> Result:
    """Store one graded submission and return its marks as the gradebook now has them."""
    student, chapter, files = submission.student, submission.chapter, submission.files
    timestamp, notes = _timestamp(files, submission.notes)
    for notebook in notebooks:
        notes += tuple(note for note in notebook.notes if note not in notes)
    if _marked_by_hand(gradebook, chapter, student):
        notes += (Reason("regraded"),)
    entry = {
        "fingerprint": fingerprint,
        "limits": asdict(submission.limits),
        "ungradable": all(notebook.ungradable for notebook in notebooks),
        "language": notebooks[0].language,
        "seconds": round(sum(notebook.facts.seconds for notebook in notebooks), 3),
        "memory_mb": max((notebook.facts.memory_mb or 0 for notebook in notebooks), default=0) or None,
        "notes": [asdict(note) for note in notes],
        "checks": [asdict(check) for notebook in notebooks for check in notebook.checks],
    }
    place = folder.autograded(student, chapter)
    fresh = _prepare_files(place, notebooks, files, entry, folder.directory.groupshared)
    # A run that ends between the next two steps leaves no old record beside new marks
    (place / RECORD).unlink(missing_ok=True)
    try:
        store_marks(folder, gradebook, student, chapter, notebooks, timestamp)
    except BaseException:
        gradebook.db.rollback()
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    _move_into_place(fresh, place)
    result = read_result(folder, gradebook, student, chapter)
    assert result is not None
    return result


def read_result(
    folder: CourseFolder,
    gradebook: Gradebook,
    student: str,
    chapter: str,
    fingerprint: str | None = None,
    limits: Limits | None = None,
) -> Result | None:
    """The stored marks of a submission, with what people have marked since.

    None where it was not graded by this program; with a `fingerprint` also where it was graded from something else,
    or where the machine failed, or a limit that is not among `limits` struck.
    """
    try:
        entry = json.loads((folder.autograded(student, chapter) / RECORD).read_text(encoding="utf-8"))
        submission = gradebook.find_submission(chapter, student)
        codes = {note["code"] for note in entry["notes"]}
        limits_changed = limits is not None and entry["limits"] != asdict(limits)
        stale = entry["fingerprint"] != fingerprint or codes & NOT_THE_STUDENTS
        stale = stale or (limits_changed and codes & STRUCK)
        notes = tuple(Reason(**note) for note in entry["notes"])
        stored = [Check(**values) for values in entry["checks"]]
    except (OSError, ValueError, KeyError, TypeError, MissingEntry):
        return None
    if fingerprint is not None and stale:
        return None
    grades = {(grade.notebook.name, grade.name): grade for nb in submission.notebooks for grade in nb.grades}
    checks = []
    for check in stored:
        grade = grades.get((check.notebook, check.grade_id))
        if grade is not None and (grade.manual_score is not None or grade.extra_credit is not None):
            check = replace(check, score=grade.score, waiting=False, reason="")
        checks.append(check)
    return Result(
        student=student,
        chapter=chapter,
        checks=tuple(checks),
        notes=notes,
        ungradable=entry["ungradable"],
        late_penalty=submission.late_submission_penalty,
        seconds=entry["seconds"],
        memory_mb=entry["memory_mb"],
        language=entry["language"],
        skipped=fingerprint is not None,
    )


def remove_leftovers(place: Path) -> None:
    """Delete what a killed run may have left beside a graded folder."""
    for path in (_fresh(place), _old(place)):
        shutil.rmtree(path, ignore_errors=True)


def _timestamp(
    files: Mapping[str, bytes], notes: tuple[Reason, ...]
) -> tuple[datetime | None, tuple[Reason, ...]]:
    text = files.get("timestamp.txt", b"")[:100].decode("utf-8", "replace").strip()
    try:
        return (parse_utc(text) if text else None), notes
    except (ValueError, OverflowError, TypeError):
        return None, (*notes, Reason("timestamp"))


def _marked_by_hand(gradebook: Gradebook, chapter: str, student: str) -> bool:
    try:
        submission = gradebook.find_submission(chapter, student)
    except MissingEntry:
        return False
    grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
    return any(grade.manual_score is not None for grade in grades)


def store_marks(
    folder: CourseFolder,
    gradebook: Gradebook,
    student: str,
    chapter: str,
    notebooks: list[GradedNotebook],
    timestamp: datetime | None = None,
) -> None:
    """Enter marks in the gradebook, in one transaction; without a timestamp the one it has stays.

    Gradebook's own methods commit at every step, so the rows are made here.
    """
    session = gradebook.db
    assignment = gradebook.find_assignment(chapter)
    owner = session.get(Student, student)
    if owner is None:
        owner = Student(id=student)
        session.add(owner)
    try:
        submission = gradebook.find_submission(chapter, student)
    except MissingEntry:
        submission = SubmittedAssignment(assignment=assignment, student=owner)
        session.add(submission)
    if timestamp is not None:
        submission.timestamp = timestamp
    rows = {row.notebook.name: row for row in submission.notebooks}
    entries = {entry.name: entry for entry in assignment.notebooks}
    for graded in notebooks:
        entry = entries[graded.name]
        row = rows.get(graded.name) or SubmittedNotebook(notebook=entry, assignment=submission)
        session.add(row)
        session.flush()
        _store_grades(session, row, entry, graded)
        _store_comments(session, row, entry, graded)
    session.flush()
    for row in submission.notebooks:
        _apply_late_penalty(folder, session, row, student)
    session.commit()


def _store_grades(session, row: SubmittedNotebook, entry, graded: GradedNotebook) -> None:
    grades = {grade.cell_id: grade for grade in row.grades}
    checks = {check.grade_id: check for check in graded.checks}
    for cell in (*entry.grade_cells, *entry.task_cells):
        grade = grades.get(cell.id) or Grade(cell_id=cell.id, notebook=row)
        session.add(grade)
        grade.auto_score = checks[cell.name].score
        # What was not handed in needs nobody; a file that could not be graded does.
        not_graded = graded.ungradable is not None and graded.ungradable.code != "missing"
        by_hand = grade.manual_score is not None or grade.auto_score is None
        grade.needs_manual_grade = by_hand or not_graded


def _store_comments(session, row: SubmittedNotebook, entry, graded: GradedNotebook) -> None:
    comments = {comment.cell_id: comment for comment in row.comments}
    for cell in (*entry.solution_cells, *entry.task_cells):
        comment = comments.get(cell.id) or Comment(cell_id=cell.id, notebook=row)
        session.add(comment)
        if graded.ungradable is not None:
            comment.auto_comment = graded.ungradable.text(graded.language)
        else:
            comment.auto_comment = "No response." if cell.name in graded.unanswered else None


def _apply_late_penalty(folder: CourseFolder, session, row: SubmittedNotebook, student: str) -> None:
    late = row.assignment.total_seconds_late
    row.late_submission_penalty = None
    if late > 0:
        step = AssignLatePenalties(config=folder.config)
        step.init_plugin()
        session.refresh(row, ["score"])
        penalty = step.plugin_inst.late_submission_penalty(student, row.score, late)
        if penalty is not None:
            row.late_submission_penalty = min(max(penalty, 0), row.score)


def _prepare_files(
    place: Path, notebooks: list[GradedNotebook], files: Mapping[str, bytes], entry: dict, groupshared: bool
) -> Path:
    remove_leftovers(place)
    fresh = _fresh(place)
    fresh.mkdir(parents=True)
    contents = dict(files) | {f"{notebook.name}.ipynb": notebook.content for notebook in notebooks}
    contents[RECORD] = json.dumps(entry, ensure_ascii=False, indent=1).encode()
    for name, data in contents.items():
        path = fresh / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        path.chmod(0o664 if groupshared else 0o444)
    if groupshared:
        for path in (fresh, *(path for path in fresh.rglob("*") if path.is_dir())):
            path.chmod(path.stat().st_mode | 0o2770)
    return fresh


def _move_into_place(fresh: Path, place: Path) -> None:
    if place.exists():
        place.rename(_old(place))
    os.replace(fresh, place)
    shutil.rmtree(_old(place), ignore_errors=True)


def _fresh(place: Path) -> Path:
    return place.with_name(f".{place.name}.new")


def _old(place: Path) -> Path:
    return place.with_name(f".{place.name}.old")
