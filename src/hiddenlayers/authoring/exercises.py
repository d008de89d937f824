"""The exercises of a chapter, as found in its source notebook."""

import ast
from dataclasses import dataclass

from nbformat import NotebookNode

from hiddenlayers.names import defined_names

CHECK_SUFFIX, HIDDEN_SUFFIX = "-check", "-hidden"


@dataclass(frozen=True)
class Exercise:
    """One exercise: its solution cell and its two graded check cells."""

    name: str
    solution: NotebookNode
    visible: NotebookNode
    hidden: NotebookNode

    @property
    def checks(self) -> tuple[NotebookNode, NotebookNode]:
        return self.visible, self.hidden

    @property
    def points(self) -> float:
        return sum(check.metadata.nbgrader.points for check in self.checks)

    @property
    def names(self) -> frozenset[str]:
        """The names that the solution cell defines, imports apart."""
        return defined_names(self.solution.source)


def grade_id(cell: NotebookNode) -> str | None:
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def is_written(cell: NotebookNode) -> bool:
    """Whether a cell is a written question, which a person grades."""
    settings = cell.metadata.get("nbgrader", {})
    return bool(settings.get("grade") and settings.get("solution"))


def is_narrative(cell: NotebookNode) -> bool:
    """Whether a cell is ordinary code of the chapter, no exercise and no check."""
    return cell.cell_type == "code" and grade_id(cell) is None


def find_exercises(notebook: NotebookNode) -> list[Exercise]:
    """The complete exercises of a source or release notebook, in order; incomplete ones are left out."""
    cells = {grade_id(cell): cell for cell in notebook.cells if grade_id(cell)}
    exercises = []
    for name, cell in cells.items():
        if cell.metadata.nbgrader.solution and not is_written(cell):
            checks = [cells.get(name + suffix) for suffix in (CHECK_SUFFIX, HIDDEN_SUFFIX)]
            if all(checks):
                exercises.append(Exercise(name, cell, *checks))
    return exercises


def preparation(notebook: NotebookNode) -> str:
    """The imports and functions of the narrative: what an answer may count on."""
    kept = []
    for cell in notebook.cells:
        if is_narrative(cell) and cell.metadata.get("lang", "en") == "en":
            for node in ast.parse(cell.source).body:
                if isinstance(node, (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)):
                    kept.append(ast.unparse(node))
    return "\n".join(kept)
