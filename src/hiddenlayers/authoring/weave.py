"""The chapters as readers see them: executed once, prose woven in for each language."""

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from traitlets.config import Config

from hiddenlayers.authoring.build import write_if_changed
from hiddenlayers.authoring.chapter import notebook_text, read_chapter
from hiddenlayers.authoring.language import ChooseLanguage
from hiddenlayers.course import LANGUAGES, Course
from hiddenlayers.errors import HiddenLayersError

WIDGET = "application/vnd.jupyter.widget-view+json"
MARKERS = ("### BEGIN SOLUTION", "### END SOLUTION")


def code_hash(source: NotebookNode) -> str:
    """The hash of the code that readers see run: it tells whether an executed notebook is up to date."""
    cells = [cell.source for cell in _readers_notebook(source, "en").cells if cell.cell_type == "code"]
    return hashlib.sha256("\0".join(cells).encode()).hexdigest()


def weave(course: Course, name: str, on_progress: Callable[[int, int], None] | None = None) -> bool:
    """Write the executed notebooks of a chapter in both languages; return whether anything was run.

    The code runs once, on the real data where it can be had, and only if it changed; prose is woven in without
    running anything. A chapter that fails leaves the last good notebooks in place.

    Raises:
        HiddenLayersError: naming the chapter, the cell and the exception.
    """
    source = read_chapter(course.chapter(name))
    digest = code_hash(source)
    executed = _up_to_date(course.executed(name, "en"), digest)
    run = executed is None
    if run:
        executed = _execute(course, name, _readers_notebook(source, "en"), on_progress)
    results = [cell for cell in executed.cells if cell.cell_type == "code"]
    for language in LANGUAGES:
        notebook = _readers_notebook(source, language)
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        for cell, result in zip(code, results, strict=True):
            cell.execution_count = result.execution_count
            cell.outputs = [_for_readers(output, cell.metadata.get("alt")) for output in result.outputs]
        notebook.metadata.hiddenlayers["code"] = digest
        write_if_changed(course.executed(name, language), notebook_text(notebook))
    return run


def _readers_notebook(source: NotebookNode, language: str) -> NotebookNode:
    """A chapter in one language with its solutions, without hidden checks."""
    notebook, _ = ChooseLanguage(language=language).preprocess(nbformat.from_dict(source), {})
    notebook.cells = [cell for cell in notebook.cells if "### BEGIN HIDDEN TESTS" not in cell.source]
    for cell in notebook.cells:
        cell.metadata.pop("nbgrader", None)  # nothing here is graded
        if cell.cell_type == "code":
            kept = [line for line in cell.source.splitlines() if line.strip() not in MARKERS]
            cell.source = "\n".join(kept)
    return notebook


def _up_to_date(path: Path, digest: str) -> NotebookNode | None:
    """The executed notebook, if the code that it ran is still the chapter's."""
    try:
        notebook = nbformat.read(path, as_version=4)
    except Exception:  # none there, or damaged: it is made again
        return None
    return notebook if notebook.metadata.get("hiddenlayers", {}).get("code") == digest else None


def _execute(course: Course, name: str, notebook: NotebookNode, on_progress) -> NotebookNode:
    count = sum(cell.cell_type == "code" for cell in notebook.cells)
    done = iter(range(1, count + 1))
    begun: list[str] = []
    folder = tempfile.TemporaryDirectory(prefix="hiddenlayers-", ignore_cleanup_errors=True)
    client = NotebookClient(
        notebook,
        config=_reached_from_here_only(Path(folder.name)),
        timeout=1800,
        kernel_name="python3",
        resources={"metadata": {"path": str(course.root)}},
        record_timing=False,
        on_cell_execute=lambda cell, **_: begun.append(cell.source),
        on_cell_executed=lambda **_: on_progress(next(done), count) if on_progress else None,
    )
    try:
        with folder:
            return client.execute()
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        why = f"{error.ename}: {error.evalue}" if isinstance(error, CellExecutionError) else str(error)
        raise HiddenLayersError(
            f"{course.chapter(name)}: the cell {begun[-1].splitlines()[0]!r} fails while executing"
            f" ({why.splitlines()[0]}): mend it and build again."
        ) from error


def _reached_from_here_only(folder: Path) -> Config:
    """Settings of a kernel that no other machine can reach, where the system has such sockets."""
    if os.name != "posix":
        return Config()
    return Config({"KernelManager": {"transport": "ipc", "connection_file": str(folder / "kernel.json")}})


def _for_readers(output: NotebookNode, text: str | None) -> NotebookNode:
    """An output whose picture carries its alternative text, and stands alone where it came with a widget.

    A widget is dead without its kernel; some viewers would show that instead of the picture.
    """
    output = nbformat.from_dict(output)
    if "image/png" in output.get("data", {}):
        output.data.pop(WIDGET, None)
        if text:
            output.metadata["image/png"] = {**output.metadata.get("image/png", {}), "alt": text}
    return output
