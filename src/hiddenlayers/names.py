"""The names that a cell's code binds, imports, and reads from elsewhere."""

import ast
import builtins
import symtable
from collections.abc import Iterator

SCOPES = (
    *(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
)


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
    return _read_in(cell) - bound - set(dir(builtins))


def names_read(code: str) -> frozenset[str]:
    """The names of its top level that code reads, its own and builtins among them."""
    return _read_in(symtable.symtable(code, "cell", "exec"))


def global_symbols(scope: symtable.SymbolTable) -> Iterator[symtable.Symbol]:
    """The module's own symbols, and those that scopes in it, however deep, take from the module."""
    for symbol in scope.get_symbols():
        if scope.get_type() == "module" or symbol.is_global():
            yield symbol
    for child in scope.get_children():
        yield from global_symbols(child)


def imported_modules(code: str) -> frozenset[str]:
    """The modules that code imports, by full name; none for code that can't be parsed.

    `from package import name` gives package.name too, which may be no module.
    """
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset()
    modules = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            modules |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return frozenset(modules)


def _read_in(cell: symtable.SymbolTable) -> frozenset[str]:
    return frozenset(symbol.get_name() for symbol in global_symbols(cell) if symbol.is_referenced())


def _top_level(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a tree outside the bodies of functions, classes and comprehensions."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, SCOPES):
            yield from _top_level(child)
