"""Grades one submission, from what was handed in to its marks; touches no course folder and no gradebook."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from nbformat import v4
from nbgrader.preprocessors import LimitOutput

from hiddenlayers.grading.execute import execute
from hiddenlayers.grading.intake import from_bytes, language_of, parse, to_bytes
from hiddenlayers.grading.limits import Facts, Isolation, Limits
from hiddenlayers.grading.reasons import Reason, Ungradable
from hiddenlayers.grading.reference import Reference
from hiddenlayers.grading.sanitize import sanitize
from hiddenlayers.grading.score import Check, score_notebook, unanswered

NOTHING_RUN = Facts(seconds=0.0, memory_mb=None, cells_run=0, kernel_died=False)


@dataclass(frozen=True)
class Submission:
    """One student's work on one chapter, as bytes: everything that grading it needs.

    `notebooks` holds for each notebook of `references` its bytes, or the reason why there are none.
    """

    student: str
    chapter: str
    notebooks: Mapping[str, bytes | Reason]
    references: Mapping[str, Reference]
    files: Mapping[str, bytes] = field(default_factory=dict)
    notes: tuple[Reason, ...] = ()
    limits: Limits = field(default_factory=Limits)
    seed: int | None = None
    isolation: Isolation = field(default_factory=Isolation)


@dataclass(frozen=True)
class GradedNotebook:
    """One notebook after grading. `ungradable` says why nothing of it was run; `unanswered` names stubs."""

    name: str
    content: bytes
    checks: tuple[Check, ...]
    unanswered: tuple[str, ...]
    notes: tuple[Reason, ...]
    facts: Facts
    language: str
    ungradable: Reason | None = None


def grade_submission(submission: Submission) -> list[GradedNotebook]:
    """Sanitize, execute and score every notebook of a submission."""
    graded = []
    for name, reference in submission.references.items():
        handed_in = submission.notebooks[name]
        if isinstance(handed_in, Reason):
            graded.append(ungradable_notebook(reference, handed_in))
            continue
        try:
            graded.append(_grade_notebook(handed_in, reference, submission))
        except Ungradable as refusal:
            graded.append(ungradable_notebook(reference, refusal.reason))
        except Exception as error:  # one submission never stops the others
            reason = Reason("grader-failed", {"detail": f"{type(error).__name__}: {str(error)[:200]}"})
            graded.append(ungradable_notebook(reference, reason))
    return graded


def ungradable_notebook(reference: Reference, reason: Reason) -> GradedNotebook:
    """The course's cells under a line that says why no work is in them: a person can open and mark that."""
    text = f"**{reason.text('en')}**\n\n**{reason.text('ko')}**"
    page = v4.new_notebook(cells=[v4.new_markdown_cell(text, id="reason")])
    content, _ = sanitize(to_bytes(page), reference)
    checks = tuple(
        replace(check, score=0.0, waiting=False, reason="")
        for check in score_notebook(from_bytes(content), reference)
    )
    return GradedNotebook(
        reference.name, content, checks, (), (reason,), NOTHING_RUN, language="en", ungradable=reason
    )


def _grade_notebook(data: bytes, reference: Reference, submission: Submission) -> GradedNotebook:
    clean, notes = sanitize(parse(data), reference)
    executed, facts = execute(
        clean,
        submission.limits,
        submission.files,
        submission.seed,
        submission.isolation,
        handed_out=reference.narrative,
    )
    notebook, _ = LimitOutput()(from_bytes(executed), {})
    return GradedNotebook(
        name=reference.name,
        content=to_bytes(notebook),
        checks=tuple(score_notebook(notebook, reference)),
        unanswered=tuple(unanswered(notebook)),
        notes=(*facts.reasons, *notes),
        facts=facts,
        language=language_of(notebook),
    )
