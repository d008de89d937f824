"""Feedback pages: one HTML file a graded notebook, complete in itself, that shows no hidden check."""

import functools
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import jinja2
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook, MissingEntry, SubmittedNotebook

from hiddenlayers.course import Course
from hiddenlayers.grading.course_folder import CourseFolder
from hiddenlayers.grading.intake import from_bytes, language_of
from hiddenlayers.grading.record import read_result
from hiddenlayers.grading.reference import Reference, is_graded, load_references
from hiddenlayers.grading.result import Result
from hiddenlayers.grading.score import score_notebook, without_hidden
from hiddenlayers.report import rendering

FOR_TEACHERS = ("regraded", "no-sandbox")
WORDS = {
    "en": {
        "title": "Feedback",
        "student": "Student",
        "total": "Total",
        "points": "Points",
        "exercise": "Exercise",
        "check": "Check",
        "reason": "Why points are missing",
        "visible": "visible check",
        "hidden": "hidden check",
        "answer": "your answer",
        "comment": "Comment",
        "waiting": "{points:g} points are still to be given by a person.",
        "late": "Taken off for lateness: {points:g}",
        "notebook": "Your notebook",
        "hidden_cell": "A hidden check. Its text is not shown.",
        "full": "passed",
        "partial": "passed in part",
        "none": "not passed",
        "by_person": "to be marked by a person",
        "no_response": "No answer.",
    },
    "ko": {
        "title": "채점 결과",
        "student": "학생",
        "total": "합계",
        "points": "점수",
        "exercise": "연습문제",
        "check": "검사",
        "reason": "감점 이유",
        "visible": "공개 검사",
        "hidden": "숨은 검사",
        "answer": "내 답",
        "comment": "의견",
        "waiting": "{points:g}점은 아직 사람의 채점을 기다립니다.",
        "late": "지각 감점: {points:g}",
        "notebook": "내 노트북",
        "hidden_cell": "숨은 검사입니다. 내용은 보이지 않습니다.",
        "full": "통과",
        "partial": "일부 통과",
        "none": "통과하지 못함",
        "by_person": "사람이 채점할 예정",
        "no_response": "답이 없습니다.",
    },
}


@dataclass(frozen=True)
class Row:
    """One line of the exercise table. `score` None: a person has yet to give it."""

    grade_id: str
    exercise: str
    kind: str  # "visible", "hidden" or "answer"
    score: float | None
    points: float
    reason: str

    @property
    def mark(self) -> str:
        if self.score is None:
            return "waiting"
        return "full" if self.score >= self.points else "partial" if self.score > 0 else "none"


def write_feedback(
    course: Course, chapters: Sequence[str] | None = None, students: Collection[str] | None = None
) -> list[Path]:
    """Write the feedback pages of graded submissions; returns their paths.

    Marks and comments are read from the gradebook, so what people have marked since is in them.

    Args:
        course: our own or any other nbgrader course folder.
        chapters: names, or numbers like "02"; all that were graded by default.
        students: all by default.

    Raises:
        HiddenLayersError: a chapter or student of whom nothing was graded.
    """
    folder = CourseFolder.load(course.root)
    graded = folder.graded(chapters, students)
    pages = []
    with folder.gradebook() as gradebook:
        names = dict.fromkeys(chapter for chapter, _ in graded)
        references = {chapter: load_references(folder, gradebook, chapter) for chapter in names}
        for chapter, student in graded:
            result = read_result(folder, gradebook, student, chapter)
            for name, reference in references[chapter].items():
                page = _page_of(folder, gradebook, student, chapter, reference, result)
                if page is not None:
                    path = folder.feedback(student, chapter) / f"{name}.html"
                    path.parent.mkdir(parents=True, exist_ok=True)
                    fresh = path.with_suffix(".new")
                    fresh.write_text(page, encoding="utf-8")
                    fresh.replace(path)
                    pages.append(path)
    return pages


def feedback_page(
    notebook: NotebookNode,
    reference: Reference,
    rows: Sequence[Row],
    student: str = "",
    comments: dict[str, str] | None = None,
    notes: Sequence[str] = (),
    late_penalty: float = 0.0,
) -> str:
    """The page of one executed notebook.

    Args:
        notebook: executed, with the checks in it.
        reference: tells which cells are hidden.
        rows: the exercise table.
        student: whose it is.
        comments: what graders wrote, by id of the answer cell.
        notes: sentences for the head of the page, in the notebook's language.
        late_penalty: points taken off.
    """
    language = language_of(notebook)
    total = sum(row.score or 0.0 for row in rows) - late_penalty
    return _template().render(
        language=language,
        words=WORDS[language],
        chapter=reference.name,
        student=student,
        rows=_with_rowspans(rows),
        total=total,
        most=sum(row.points for row in rows),
        waiting=sum(row.points for row in rows if row.score is None),
        late_penalty=late_penalty,
        notes=notes,
        cells=[_cell(cell, reference, rows, comments or {}, language) for cell in notebook.cells],
        code_css=rendering.code_css(),
    )


@functools.cache
def _template() -> jinja2.Template:
    loader = jinja2.PackageLoader("hiddenlayers.report", ".")
    environment = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["points"] = lambda value: f"{value:g}"
    return environment.get_template("feedback.html.j2")


def _page_of(
    folder: CourseFolder,
    gradebook: Gradebook,
    student: str,
    chapter: str,
    reference: Reference,
    result: Result | None,
) -> str | None:
    """The page of one notebook, None where it was not graded. Without `result`, plain nbgrader graded it."""
    try:
        entry = gradebook.find_submission_notebook(reference.name, chapter, student)
        notebook = from_bytes((folder.autograded(student, chapter) / f"{reference.name}.ipynb").read_bytes())
    except (MissingEntry, OSError):
        return None
    language = language_of(notebook)
    checks = score_notebook(notebook, reference) if result is None else result.checks
    reasons = {check.grade_id: check.reason for check in checks if check.notebook == reference.name}
    notes = result.notes if result is not None else ()
    return feedback_page(
        notebook,
        reference,
        _rows(entry, reference, reasons),
        student,
        _comments(entry, language),
        [note.text(language) for note in notes if note.code not in FOR_TEACHERS],
        entry.late_submission_penalty or 0.0,
    )


def _comments(entry: SubmittedNotebook, language: str) -> dict[str, str]:
    """What graders wrote, and for an untouched stub that there is no answer."""
    comments = {comment.name: comment.manual_comment for comment in entry.comments if comment.manual_comment}
    for comment in entry.comments:
        if comment.auto_comment == "No response.":
            comments.setdefault(comment.name, WORDS[language]["no_response"])
    return comments


def _rows(entry: SubmittedNotebook, reference: Reference, reasons: dict[str, str]) -> list[Row]:
    grades = {grade.name: grade for grade in entry.grades}
    rows = []
    for cell in reference.cells:
        if not cell.graded or cell.grade_id not in grades:
            continue
        grade = grades[cell.grade_id]
        waiting = grade.auto_score is None and grade.manual_score is None
        by_hand = grade.manual_score is not None
        kind = "hidden" if cell.hidden else "visible" if cell.locked else "answer"
        rows.append(
            Row(
                grade_id=cell.grade_id,
                exercise=cell.exercise,
                kind=kind,
                score=None if waiting else grade.score,
                points=cell.points,
                reason="" if by_hand else reasons.get(cell.grade_id, ""),
            )
        )
    return rows


def _with_rowspans(rows: Sequence[Row]) -> list[tuple[Row, int]]:
    """Each row with the number of rows its exercise's name spans: 0 where the row above says it already."""
    spans = []
    for index, row in enumerate(rows):
        if index and rows[index - 1].exercise == row.exercise:
            spans.append((row, 0))
            continue
        span = 1
        while index + span < len(rows) and rows[index + span].exercise == row.exercise:
            span += 1
        spans.append((row, span))
    return spans


def _cell(
    cell: NotebookNode, reference: Reference, rows: Sequence[Row], comments: dict[str, str], language: str
) -> dict:
    """What the template shows of a cell: its kind, text and outputs as safe HTML, its row and comment."""
    grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
    entry = next((entry for entry in reference.cells if entry.grade_id == grade_id), None)
    hidden = entry is not None and entry.hidden
    source = entry.released if entry is not None and entry.locked else cell.source
    source = without_hidden(source, reference.hidden_lines)[: rendering.MAX_SHOWN]
    row = next((row for row in rows if row.grade_id == grade_id), None)
    outputs = []
    if cell.cell_type == "code" and not hidden:
        outputs = [rendering.output_html(output, reference.hidden_lines) for output in cell.outputs]
    return {
        "id": grade_id or "",
        "kind": cell.cell_type,
        "graded": entry is not None and (is_graded(cell) or utils.is_solution(cell)),
        "hidden": hidden,
        "source": rendering.markdown_html(source, cell.get("attachments"))
        if cell.cell_type == "markdown"
        else rendering.code_html(source),
        "outputs": [output for output in outputs if output],
        "row": row,
        "comment": rendering.markdown_html(comments[grade_id]) if grade_id in comments else "",
    }
