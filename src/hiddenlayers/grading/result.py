"""What grading one submission came to."""

from dataclasses import dataclass

from hiddenlayers.grading.reasons import Reason
from hiddenlayers.grading.score import Check


@dataclass(frozen=True)
class Result:
    """The marks of one submission, as the gradebook has them, and what a person should know about it.

    `student` is "" for a notebook graded outside a course. `notes` are short facts and faults, most important
    first; `ungradable` submissions have no points and a note that says why.
    """

    student: str
    chapter: str
    checks: tuple[Check, ...]
    notes: tuple[Reason, ...] = ()
    ungradable: bool = False
    late_penalty: float = 0.0
    seconds: float = 0.0
    memory_mb: int | None = None
    language: str = "en"
    skipped: bool = False  # graded before and unchanged since

    @property
    def total(self) -> float:
        return sum(check.score or 0.0 for check in self.checks) - self.late_penalty

    @property
    def max(self) -> float:
        """Points that can be had; hidden checks that are not in the notebook are left out."""
        return sum(check.points for check in self.checks if check.score is not None or check.waiting)

    @property
    def waiting(self) -> float:
        """Points that a person has yet to give."""
        return sum(check.points for check in self.checks if check.waiting)

    @property
    def state(self) -> str:
        """ "graded", "look" (graded, but a person should look at it) or "ungradable"."""
        if self.ungradable:
            return "ungradable"
        return "look" if any(note.wants_a_look for note in self.notes) else "graded"

    @property
    def reason(self) -> str:
        """The notes in English, on one line."""
        return " ".join(note.text() for note in self.notes)

    def exercises(self) -> dict[str, tuple[float, float]]:
        """Score and points of each exercise, in order."""
        several = len({check.notebook for check in self.checks}) > 1
        sums: dict[str, tuple[float, float]] = {}
        for check in self.checks:
            name = f"{check.notebook}/{check.exercise}" if several else check.exercise
            score, points = sums.get(name, (0.0, 0.0))
            sums[name] = (score + (check.score or 0.0), points + check.points)
        return sums
