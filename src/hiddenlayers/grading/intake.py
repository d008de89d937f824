"""Reads what a student handed in, whatever it is: a notebook comes out, or the reason why there is none."""

import itertools
import json
import os
import re
import stat
from collections.abc import Sequence
from pathlib import Path

import nbformat
from nbformat import NotebookNode, v4

from hiddenlayers.course import LANGUAGES
from hiddenlayers.grading.reasons import Reason, Ungradable

MEGABYTE = 1_000_000
MAX_NOTEBOOK_MB = 25
MAX_CELLS = 5_000
MAX_OBJECTS = 200_000
# A link could lead out of the folder, and a pipe would wait for ever
CAUTION = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
CELL_TYPES = ("code", "markdown", "raw")
CELL_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")


def find_notebooks(folder: Path, names: Sequence[str]) -> tuple[dict[str, Path | Reason], list[Reason]]:
    """The file of each notebook `names` in a submission's folder, and notes about them.

    Where exactly one expected notebook is absent and exactly one other .ipynb is there, that one is taken:
    students rename files, and systems rename them for students.
    """
    there = {path.name: path for path in sorted(folder.glob("*.ipynb")) if not path.name.startswith(".")}
    found: dict[str, Path | Reason] = {}
    for name in names:
        if path := there.pop(f"{name}.ipynb", None):
            found[name] = path
    absent = [name for name in names if name not in found]
    notes = []
    for name in absent:
        if len(absent) == 1 and len(there) == 1:
            (path,) = there.values()
            found[name] = path
            notes.append(Reason("other-name", {"found": printable(path.name), "name": name}))
        elif there:
            found[name] = Reason("ambiguous", {"name": name, "count": len(there)})
        else:
            found[name] = Reason("missing", {"name": name})
    return found, notes


def read_file(path: Path, max_megabytes: float = MAX_NOTEBOOK_MB) -> bytes:
    """The bytes of a submitted notebook. Raises Ungradable for a link, an empty or a too large file."""
    try:
        with open(path, "rb", opener=lambda name, flags: os.open(name, flags | CAUTION)) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise OSError("not a regular file")
            if status.st_size > max_megabytes * MEGABYTE:
                size = round(status.st_size / MEGABYTE, 1)
                values = {"name": printable(path.name), "megabytes": size, "limit": max_megabytes}
                raise Ungradable(Reason("too-large", values))
            data = file.read()
    except OSError:
        raise Ungradable(Reason("unreadable", {"name": printable(path.name)})) from None
    if not data:
        raise Ungradable(Reason("empty", {"name": printable(path.name)}))
    return data


def printable(name: str) -> str:
    """A file's name as it can be shown: without control characters, and bytes that are no text as "?"."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def parse(data: bytes) -> bytes:
    """The same notebook as valid nbformat 4.5, without outputs: old formats are converted, damaged cells mended.

    Raises Ungradable where there is no notebook in it, or one of more parts than any has that people write.
    """
    numbers = itertools.count(1)

    def counted(found: dict) -> dict:
        if next(numbers) > MAX_OBJECTS:
            raise Ungradable(Reason("too-many", {"count": MAX_OBJECTS}))
        return found

    try:
        content = json.loads(data, object_hook=counted)
    except (ValueError, RecursionError) as error:
        detail = getattr(error, "msg", None) or type(error).__name__
        raise Ungradable(Reason("not-json", {"detail": detail})) from None
    try:
        return to_bytes(_clean(_upgrade(content)))
    except RecursionError:
        raise Ungradable(Reason("not-a-notebook", {"detail": "nested too deeply"})) from None


def to_bytes(notebook: NotebookNode) -> bytes:
    """A notebook as it is passed on and stored. Half a surrogate pair is no character and becomes "?"."""
    return v4.writes(notebook).encode("utf-8", "replace")


def from_bytes(data: bytes) -> NotebookNode:
    """The notebook in `data`, which `to_bytes` wrote."""
    return v4.reads(data.decode())


def language_of(notebook: NotebookNode) -> str:
    """The language that the notebook was released in; English where it does not say."""
    metadata = notebook.metadata.get("hiddenlayers")
    language = metadata.get("language") if isinstance(metadata, dict) else None
    return language if language in LANGUAGES else "en"


def _upgrade(content: object) -> dict:
    def refuse(detail: str) -> Ungradable:
        return Ungradable(Reason("not-a-notebook", {"detail": detail}))

    if not isinstance(content, dict) or not isinstance(content.get("nbformat"), int):
        raise refuse("no nbformat")
    major = content["nbformat"]
    if major > 4:
        raise refuse(f"nbformat {major}")
    if major < 4:
        try:
            content.setdefault("metadata", {})
            content = nbformat.convert(nbformat.from_dict(content), 4)
        except Exception as error:  # the converters trust their input, and anything may be wrong with it
            raise refuse(f"nbformat {major}, {type(error).__name__}") from None
    if not isinstance(content.get("cells"), list):
        raise refuse("no list of cells")
    if not content["cells"]:
        raise Ungradable(Reason("no-cells"))
    if len(content["cells"]) > MAX_CELLS:
        raise refuse(f"more than {MAX_CELLS:,} cells")
    return content


def _clean(content: dict) -> NotebookNode:
    metadata = content.get("metadata") if isinstance(content.get("metadata"), dict) else {}
    try:
        # The state of widgets is large, and what shows it would run their code.
        kept = {key: value for key, value in metadata.items() if key != "widgets"}
        notebook = v4.new_notebook(metadata=nbformat.from_dict(kept))
    except nbformat.ValidationError:
        kept = {key: value for key, value in metadata.items() if key == "hiddenlayers"}
        notebook = v4.new_notebook(metadata=nbformat.from_dict(kept))
    taken: set[str] = set()
    for index, raw in enumerate(content["cells"]):
        cell = _clean_cell(raw if isinstance(raw, dict) else {})
        given = raw.get("id") if isinstance(raw, dict) else None
        fits = isinstance(given, str) and CELL_ID.fullmatch(given) and given not in taken
        cell.id = given if fits else f"cell-{index}"
        taken.add(cell.id)
        notebook.cells.append(cell)
    return notebook


def _clean_cell(raw: dict) -> NotebookNode:
    source = raw.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    kind = raw.get("cell_type")
    cell = getattr(v4, f"new_{kind if kind in CELL_TYPES else 'raw'}_cell")(
        source if isinstance(source, str) else ""
    )
    if isinstance(raw.get("metadata"), dict):
        cell.metadata = nbformat.from_dict(raw["metadata"])
        if not isinstance(cell.metadata.get("nbgrader", {}), dict):
            del cell.metadata["nbgrader"]
    if cell.cell_type == "code":
        count = raw.get("execution_count")
        cell.execution_count = count if isinstance(count, int) and count >= 0 else None
    elif isinstance(raw.get("attachments"), dict):
        cell.attachments = nbformat.from_dict(raw["attachments"])
    try:
        nbformat.validate(cell, ref=f"{cell.cell_type}_cell", version=4, version_minor=4)
    except nbformat.ValidationError:
        cell.pop("attachments", None)
        cell.metadata = NotebookNode(
            {key: value for key, value in cell.metadata.items() if key in ("nbgrader", "lang")}
        )
    return cell
