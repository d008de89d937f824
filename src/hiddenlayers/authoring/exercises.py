"""The exercises of a chapter, as found in its source notebook."""

import ast
import builtins
import symtable
from collections.abc import Iterator
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
    for node in _top_level(ast.parse(code)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
    return frozenset(names)


def free_names(code: str) -> frozenset[str]:
    """The names that code reads but neither binds nor imports at its top level, builtins apart."""
    cell = symtable.symtable(code, "cell", "exec")
    bound = {name.get_name() for name in cell.get_symbols() if name.is_assigned() or name.is_imported()}
    return frozenset(_names_read(cell) - bound - set(dir(builtins)))


def _names_read(scope: symtable.SymbolTable) -> set[str]:
    """The names that a cell's scope, or one inside it, reads from the cell's top level."""
    top = scope.get_type() == "module"
    read = {
        name.get_name() for name in scope.get_symbols() if name.is_referenced() and (top or name.is_global())
    }
    return read.union(*map(_names_read, scope.get_children()))


def _top_level(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a tree outside the bodies of functions, classes and comprehensions."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, SCOPES):
            yield from _top_level(child)


SCOPES = (
    *(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
)


def preparation(notebook: NotebookNode) -> str:
    """The imports and functions of the narrative: what an answer may count on."""
    kept = []
    for cell in notebook.cells:
        if is_narrative(cell) and cell.metadata.get("lang", "en") == "en":
            for node in ast.parse(cell.source).body:
                if isinstance(node, (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)):
                    kept.append(ast.unparse(node))
    return "\n".join(kept)
