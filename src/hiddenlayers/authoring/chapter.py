"""A chapter's text and its source notebook: the same content, readable either way without loss."""

import ast
import hashlib
import re
from itertools import zip_longest
from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode

from hiddenlayers.errors import HiddenLayersError

FORMAT = {"extension": ".py", "format_name": "percent"}
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def read_chapter(path: Path) -> NotebookNode:
    """The source notebook of a chapter's text.

    Deterministic to the byte: a graded cell's id is its grade_id, any other's is a hash of its text, so that
    an inserted cell leaves the others' ids alone.

    Raises:
        HiddenLayersError: where the text can't be read as py:percent.
    """
    try:
        parsed = jupytext.reads(path.read_text(encoding="utf-8"), fmt=FORMAT)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise HiddenLayersError(
            f"{path}: can't be read as a py:percent notebook ({error}): mend the text."
        ) from error
    notebook = nbformat.v4.new_notebook(
        cells=parsed.cells, metadata={"kernelspec": KERNEL, "language_info": {"name": "python"}}
    )
    notebook.nbformat_minor = 5
    taken: set[str] = set()
    for cell in notebook.cells:
        cell.metadata.pop("lines_to_next_cell", None)
        cell.id = _cell_id(cell, taken)
    return notebook


def write_chapter(notebook: NotebookNode) -> str:
    """The chapter's text for a source notebook, in the one form that `read_chapter` gives back unchanged."""
    cells = []
    for cell, following in zip_longest(notebook.cells, notebook.cells[1:]):
        metadata = {key: value for key, value in cell.metadata.items() if key in KEPT_METADATA}
        beside_definition = _is_definition(cell, -1) or _is_definition(following, 0)
        metadata["lines_to_next_cell"] = 2 if beside_definition else 1  # as ruff format wants it
        cells.append(NotebookNode(cell, metadata=NotebookNode(metadata)))
    copy = nbformat.v4.new_notebook(
        cells=cells, metadata={"jupytext": {"text_representation": FORMAT}, "kernelspec": KERNEL}
    )
    text = jupytext.writes(copy, fmt=FORMAT)
    text = re.sub(r"^#       (format|jupytext)_version: .*\n", "", text, flags=re.MULTILINE)
    # jupytext writes cell metadata as ASCII; a Korean alternative text should be read as what it is
    return re.sub(r"^# %% .*\\u.*$", lambda line: _unescape(line.group()), text, flags=re.MULTILINE)


# What a cell's header in the text may say; the rest (folding, timing) belongs to the person who edits
KEPT_METADATA = ("lang", "alt.en", "alt.ko", "nbgrader", "tags")


def notebook_text(notebook: NotebookNode) -> str:
    """A notebook as the text of its file."""
    return nbformat.writes(notebook, version=4) + "\n"


def _cell_id(cell: NotebookNode, taken: set[str]) -> str:
    name = cell.metadata.get("nbgrader", {}).get("grade_id")
    if not name:
        content = f"{cell.cell_type}\n{cell.metadata.get('lang', '')}\n{cell.source}"
        name = hashlib.sha256(content.encode()).hexdigest()[:12]
    unique, count = name, 1
    while unique in taken:
        count += 1
        unique = f"{name}-{count}"
    taken.add(unique)
    return unique


def _is_definition(cell: NotebookNode | None, place: int) -> bool:
    """Whether the first (0) or last (-1) statement of a cell's code defines a function or class."""
    if cell is None or cell.cell_type != "code":
        return False
    try:
        statements = ast.parse(cell.source).body
    except (SyntaxError, ValueError):
        return False
    return bool(statements) and isinstance(
        statements[place], (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    )


def _unescape(line: str) -> str:
    text = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code.group(1), 16)), line)
    return text.encode("utf-16", "surrogatepass").decode("utf-16")  # two codes may make one character
