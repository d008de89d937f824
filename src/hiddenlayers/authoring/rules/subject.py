"""What the rules speak about: a chapter under check, and a finding in it."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from nbformat import NotebookNode

from hiddenlayers.authoring.chapter import read_chapter
from hiddenlayers.authoring.exercises import Exercise, find_exercises, grade_id, is_narrative, is_written
from hiddenlayers.course import Course


@dataclass(frozen=True)
class Finding:
    """Something wrong in a chapter or a file made of it: where, what, and what to do about it."""

    file: str
    cell: str
    problem: str
    cure: str

    def __str__(self) -> str:
        place = f"{self.file}, {self.cell}" if self.cell else self.file
        return " ".join(f"{place}: {self.problem}: {self.cure}.".split())


@dataclass(frozen=True)
class Chapter:
    """A chapter under check: its text, its source notebook and its exercises."""

    course: Course
    name: str

    @cached_property
    def text(self) -> str:
        return self.course.chapter(self.name).read_text(encoding="utf-8")

    @cached_property
    def source(self) -> NotebookNode:
        return read_chapter(self.course.chapter(self.name))

    @property
    def cells(self) -> list[NotebookNode]:
        return self.source.cells

    @cached_property
    def exercises(self) -> list[Exercise]:
        return find_exercises(self.source)

    @cached_property
    def prose(self) -> list[NotebookNode]:
        """The Markdown cells that are no question."""
        return [cell for cell in self.cells if cell.cell_type == "markdown" and grade_id(cell) is None]

    @cached_property
    def narrative(self) -> list[NotebookNode]:
        return [cell for cell in self.cells if is_narrative(cell)]

    @cached_property
    def solutions(self) -> list[NotebookNode]:
        """The code cells that learners fill in."""
        return [cell for cell in self.cells if _kind(cell) == (False, True)]

    @cached_property
    def checks(self) -> list[NotebookNode]:
        """The cells with checks, visible and hidden."""
        return [cell for cell in self.cells if _kind(cell) == (True, False)]

    @cached_property
    def written(self) -> list[NotebookNode]:
        """The questions that a person grades."""
        return [cell for cell in self.cells if is_written(cell)]

    def index(self, cell: NotebookNode) -> int:
        return next(index for index, other in enumerate(self.cells) if other is cell)

    def finding(self, cell: NotebookNode | None, problem: str, cure: str) -> Finding:
        """A finding in the chapter's text, in one cell or in none in particular."""
        return Finding(
            self.relative(self.course.chapter(self.name)), self._label(cell) if cell else "", problem, cure
        )

    def relative(self, path: Path) -> str:
        """A path as findings name it: from the course's folder."""
        return path.relative_to(self.course.root).as_posix()

    def _label(self, cell: NotebookNode) -> str:
        index = self.index(cell)
        starts = [number for number, line in enumerate(self.text.splitlines(), 1) if line.startswith("# %%")]
        line = f" (line {starts[index]})" if index < len(starts) else ""
        return (grade_id(cell) or f"cell {index + 1}") + line


def _kind(cell: NotebookNode) -> tuple[bool, bool] | None:
    """Whether an nbgrader cell is graded, and whether it is a solution; None for any other cell."""
    settings = cell.metadata.get("nbgrader")
    return (bool(settings.get("grade")), bool(settings.get("solution"))) if settings else None
