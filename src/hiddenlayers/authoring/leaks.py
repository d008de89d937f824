"""The proof that nothing leaks: what stands only in hidden checks or solutions, and where it still appears.

It goes by the text and the syntax tree of what is secret, never by markers, so it holds for all that is made
of a chapter: a release, an executed notebook with its outputs and tracebacks, a feedback page, the site.
"""

import ast
import html
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from nbformat import NotebookNode

from hiddenlayers.authoring.exercises import is_written

HIDDEN, SOLUTION = "HIDDEN TESTS", "SOLUTION"
SHORTEST = 20  # characters; a line or statement that is no longer says nothing of its own
LONGEST = 2_000  # characters of a line that is still code, not data
IMPORTS = (ast.Import, ast.ImportFrom)


@dataclass(frozen=True)
class Fragments:
    """Lines with single spaces, and statements as Python writes them back from the syntax tree."""

    lines: frozenset[str]
    statements: frozenset[str]

    def __or__(self, other: "Fragments") -> "Fragments":
        return Fragments(self.lines | other.lines, self.statements | other.statements)


@dataclass(frozen=True)
class Secrets:
    """What stands in a chapter's hidden blocks only, and what stands in its solutions and not in the open."""

    hidden: Fragments
    solution: Fragments


@dataclass(frozen=True)
class Leak:
    """A secret line or statement, and where: "cell 3", "output of cell 3", "metadata", or "text"."""

    fragment: str
    place: str


def secrets(source: NotebookNode) -> Secrets:
    """The secrets of a source notebook.

    A hidden line or statement is one that stands in hidden blocks only. One of a solution stands in no open
    cell and no visible check; a hidden block may hold it as well. Imports, and what has no more than 20
    characters, are no secrets.
    """
    regions = {"open": [], HIDDEN: [], SOLUTION: []}
    statements = {"open": set(), HIDDEN: set(), SOLUTION: set()}
    for cell in source.cells:
        lines = cell.source.split("\n")
        kinds = _kinds_of_lines(cell)
        for kind, line in zip(kinds, lines, strict=True):
            if kind:
                regions[kind].append(_normal(line))
        if cell.cell_type == "code":
            for node in _walk_statements(parse(cell.source)):
                kind = kinds[node.lineno - 1]
                whole = set(kinds[node.lineno - 1 : node.end_lineno]) == {kind}
                statements[kind if whole and kind else "open"].add(ast.unparse(node))
        elif not is_written(cell):
            statements["open"] |= _written_back(_readings(cell.source))
    open_text = "\n".join(regions["open"])
    solution_text = "\n".join(regions[SOLUTION])
    return Secrets(
        hidden=Fragments(
            _telling(regions[HIDDEN], f"{open_text}\n{solution_text}"),
            _long(statements[HIDDEN] - statements["open"] - statements[SOLUTION]),
        ),
        solution=Fragments(
            _telling(regions[SOLUTION], open_text), _long(statements[SOLUTION] - statements["open"])
        ),
    )


def leaks(document: str | NotebookNode, secret: Fragments) -> list[Leak]:
    """Where secret fragments appear in a document.

    Args:
        document: a notebook, with its outputs, tracebacks and metadata; or any text, HTML too.
        secret: what must not appear, such as `secrets(source).hidden`.
    """
    found = []
    for place, text in _texts(document):
        readings = _readings(text)
        plain = [_normal_lines(one) for one in readings]
        lines = {line for line in secret.lines if any(line in one for one in plain)}
        statements = _written_back(readings) & secret.statements if secret.statements else set()
        known = {ast.unparse(parse(line)) for line in lines}
        found += [Leak(fragment, place) for fragment in sorted(lines | (statements - known))]
    return found


def region(cell: NotebookNode, mark: str) -> tuple[list[str], list[str]]:
    """A cell's lines inside and outside the regions of `mark`, HIDDEN or SOLUTION; the marks left out."""
    inside, outside, within = [], [], False
    for line in cell.source.split("\n"):
        if f"BEGIN {mark}" in line:
            within = True
        elif f"END {mark}" in line:
            within = False
        else:
            (inside if within else outside).append(line)
    return inside, outside


def parse(code: str) -> ast.Module:
    """The syntax tree of code; an empty one where it is not Python."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            return ast.parse(code)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return ast.Module(body=[], type_ignores=[])


def _kinds_of_lines(cell: NotebookNode) -> list[str | None]:
    """For each line of a cell: HIDDEN, SOLUTION or "open"; None for a mark."""
    kind = "open"
    if is_written(cell) and f"BEGIN {SOLUTION}" not in cell.source:
        kind = SOLUTION
    kinds: list[str | None] = []
    for line in cell.source.split("\n"):
        mark = next((mark for mark in (HIDDEN, SOLUTION) if f" {mark}" in line), None)
        if mark and f"BEGIN {mark}" in line:
            kind = mark
            kinds.append(None)
        elif mark and f"END {mark}" in line:
            kind = "open"
            kinds.append(None)
        else:
            kinds.append(kind)
    return kinds


def _telling(lines: list[str], open_text: str) -> frozenset[str]:
    """The lines that say something and stand nowhere in the open, alone or as part of a line."""
    imports = re.compile(r"(import|from) [\w.]+( import .*| as \w+)?$")
    return frozenset(
        line for line in lines if len(line) > SHORTEST and not imports.match(line) and line not in open_text
    )


def _long(statements: set[str]) -> frozenset[str]:
    return frozenset(statement for statement in statements if len(statement) > SHORTEST)


def _walk_statements(tree: ast.AST) -> Iterator[ast.stmt]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.stmt) and not isinstance(node, IMPORTS))


def _texts(document: str | NotebookNode) -> Iterator[tuple[str, str]]:
    """Every text of a document with its place."""
    if isinstance(document, str):
        yield "text", document
        return
    for number, cell in enumerate(document.cells, start=1):
        yield f"cell {number}", cell.source
        for text in _strings(cell.get("outputs", [])):
            yield f"output of cell {number}", text
        for text in _strings(cell.metadata):
            yield f"metadata of cell {number}", text
    for text in _strings(document.metadata):
        yield "metadata", text


def _strings(node: object) -> Iterator[str]:
    """Every string in a JSON tree, a list of lines as one; encoded pictures apart."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list) and node and all(isinstance(item, str) for item in node):
        yield "\n".join(node)
    elif isinstance(node, list):
        for item in node:
            yield from _strings(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key not in ("image/png", "image/jpeg", "image/gif", "application/pdf"):
                yield from _strings(value)


def _readings(text: str) -> list[str]:
    """A text as it may be read: as it stands, block by block of code, and without its tags."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", text)
    readings = [text, *re.findall(r"^```.*\n((?:.*\n)*?)```", text, flags=re.MULTILINE)]
    if "<" in text or "&" in text:
        page = _Page()
        page.feed(text)
        page.close()
        readings += [html.unescape(text), "".join(page.text), *page.code]
    return readings


class _Page(HTMLParser):
    """A page's text, code that highlighting has split put together again, and its code blocks each alone."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.code: list[str] = []
        self._in_code = False

    def handle_starttag(self, tag: str, attrs: list) -> None:
        if tag == "pre":
            self._in_code = True
            self.code.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_code = self._in_code and tag != "pre"

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if self._in_code:
            self.code[-1] += data


def _written_back(readings: list[str]) -> set[str]:
    return {ast.unparse(node) for text in readings for node in _statements_in(text)}


def _statements_in(text: str) -> Iterator[ast.stmt]:
    """The statements of a text: of all of it where it is code, else of each line by itself."""
    tree = parse(text)
    if tree.body:
        yield from _walk_statements(tree)
        return
    for line in text.split("\n"):
        # a traceback numbers its lines
        line = re.sub(r"^\s*(-+>)?\s*\d+\s", "", line).strip()
        if SHORTEST < len(line) < LONGEST:
            yield from _walk_statements(parse(line))


def _normal(line: str) -> str:
    return " ".join(line.split())


def _normal_lines(text: str) -> str:
    return "\n".join(_normal(line) for line in text.split("\n"))
