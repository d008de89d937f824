"""Which cells of the narrative need not run while a submission is graded, because no answer depends on them."""

import ast
import builtins
import symtable
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from nbformat import NotebookNode

from hiddenlayers.names import global_symbols

# Code that can reach any name: where a learner uses one of these, everything runs
REACH_ANYTHING = {"globals", "locals", "vars", "dir", "eval", "exec", "get_ipython", "__import__", "input"}


@dataclass(frozen=True)
class _Names:
    """What a cell reads, binds, imports, and may change by using it; and whether all of that could be found out."""

    reads: frozenset[str] = frozenset()
    binds: frozenset[str] = frozenset()
    imports: frozenset[str] = frozenset()
    uses: frozenset[str] = frozenset()
    definite: bool = True


def not_needed(
    cells: Sequence[NotebookNode], handed_out: Collection[str], judged: Collection[int] = ()
) -> set[int]:
    """The positions of narrative cells that no answer needs.

    A cell is narrative if nbgrader does not know it and its text stands in the notebook that was handed out. One that
    imports or defines something always runs. Any other runs only if a cell that runs later reads a name that it
    binds or may change: through a method, an item or attribute set, or a function that it is given to. Calling a
    function of a module is not taken to change the module.

    Args:
        cells: of the submission.
        handed_out: the texts of the code cells that were handed out and are not nbgrader's.
        judged: the positions of check cells that run elsewhere, and so read nothing of the narrative.
    """
    names = {
        position: _names(cell.source)
        for position, cell in enumerate(cells)
        if cell.cell_type == "code" and cell.source.strip() and position not in judged
    }
    optional = {
        position
        for position, found in names.items()
        if found.definite
        and "nbgrader" not in cells[position].metadata
        and cells[position].source in handed_out
        and not _prepares(cells[position].source)
    }
    if any(
        not found.definite and cells[position].source not in handed_out for position, found in names.items()
    ):
        return set()
    # Calling a module's function changes no module, nor does calling a built-in function change that function
    unchanging = frozenset().union(
        dir(builtins), *(found.imports for found in names.values())
    ) - frozenset().union(*(found.binds - found.imports for found in names.values()))
    wanted: set[str] = set()
    for position in sorted(names, reverse=True):  # a cell can only matter to those after it
        found = names[position]
        if position not in optional or (found.binds | (found.uses - unchanging)) & wanted:
            optional.discard(position)
            wanted |= found.reads
    return optional


def _prepares(code: str) -> bool:
    kinds = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return any(isinstance(node, kinds) for node in ast.walk(ast.parse(code)))


def _names(code: str) -> _Names:
    try:
        tree, scope = ast.parse(code), symtable.symtable(code, "<cell>", "exec")
    # A magic, or what a learner left unfinished
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return _Names(definite=False)
    reads, binds, uses = set(), set(), set()
    for symbol in global_symbols(scope):
        if symbol.is_referenced():
            reads.add(symbol.get_name())
        if symbol.is_assigned() or symbol.is_imported():
            binds.add(symbol.get_name())
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            uses |= {name.id for part in (node.func, *node.args, *node.keywords) for name in _names_in(part)}
        elif isinstance(node, (ast.Attribute, ast.Subscript)) and not isinstance(node.ctx, ast.Load):
            uses |= {name.id for name in _names_in(node.value)}
        elif isinstance(node, ast.AugAssign):
            reads |= {name.id for name in _names_in(node.target)}
    imports = {
        (alias.asname or alias.name).split(".")[0] for alias in ast.walk(tree) if isinstance(alias, ast.alias)
    }
    definite = not reads & REACH_ANYTHING and "*" not in imports
    return _Names(*map(frozenset, (reads, binds, imports, uses)), definite)


def _names_in(node: ast.AST) -> Iterator[ast.Name]:
    return (part for part in ast.walk(node) if isinstance(part, ast.Name))
