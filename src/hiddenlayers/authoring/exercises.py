"""The exercises of a chapter, as found in its source notebook."""

import ast
import builtins
from dataclasses import dataclass

from nbformat import NotebookNode

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


def defined_names(code: str) -> frozenset[str]:
    """The names that code binds at its top level, imports apart."""
    names = set()
    for node in ast.walk(_without_functions(ast.parse(code))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
    return frozenset(names)


def free_names(code: str) -> frozenset[str]:
    """The names that code reads without binding or importing them anywhere in itself, builtins apart."""
    loaded, bound = set(), set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Name):
            (loaded if isinstance(node.ctx, ast.Load) else bound).add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            bound.add(node.name)
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
        elif isinstance(node, ast.alias):
            bound.add((node.asname or node.name).split(".")[0])
        elif isinstance(node, ast.ExceptHandler) and node.name:
            bound.add(node.name)
    return frozenset(loaded - bound - set(dir(builtins)))


def preparation(notebook: NotebookNode) -> str:
    """The imports and functions of the narrative: what an answer may count on."""
    kept = []
    for cell in notebook.cells:
        if is_narrative(cell) and cell.metadata.get("lang", "en") == "en":
            for node in ast.parse(cell.source).body:
                if isinstance(node, (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)):
                    kept.append(ast.unparse(node))
    return "\n".join(kept)


class _BodyRemover(ast.NodeTransformer):
    def visit_FunctionDef(self, node):  # noqa: N802  (ast's own name)
        return ast.FunctionDef(name=node.name, args=node.args, body=[ast.Pass()], decorator_list=[])

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_ClassDef(self, node):  # noqa: N802
        return ast.ClassDef(name=node.name, bases=[], keywords=[], body=[ast.Pass()], decorator_list=[])


def _without_functions(tree: ast.Module) -> ast.Module:
    return _BodyRemover().visit(tree)
