"""The chapters as readers see them: executed once, prose woven in for each language."""

import contextlib
import hashlib
import multiprocessing
import os
import re
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
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
COLOURS = re.compile(r"\x1b\[[0-9;]*m")  # of a traceback
MARKERS = ("### BEGIN SOLUTION", "### END SOLUTION")

Progress = Callable[[str, int, int], None]  # a chapter, how many of its cells have run, how many there are


def weave_all(
    course: Course, names: Sequence[str], jobs: int, on_progress: Progress
) -> Iterator[tuple[str, bool]]:
    """`weave` chapters, several at a time; yields each one's name and whether it was run, as they are done.

    Raises:
        HiddenLayersError: as `weave` does. What is running is finished first, the rest is not begun.
    """
    context = multiprocessing.get_context("spawn")
    with (
        _listening(context, on_progress) as reports,
        ProcessPoolExecutor(jobs, context, _report_to, (reports,)) as pool,
    ):
        work = {pool.submit(_weave, course, name): name for name in names}
        try:
            for done in as_completed(work):
                yield work[done], done.result()
        finally:
            pool.shutdown(cancel_futures=True)


@contextlib.contextmanager
def _listening(context, on_progress: Progress):
    """A queue for the progress of other processes."""
    reports = context.SimpleQueue()
    listener = threading.Thread(target=lambda: [on_progress(*report) for report in iter(reports.get, None)])
    listener.start()
    try:
        yield reports
    finally:
        reports.put(None)
        listener.join()


def _report_to(reports) -> None:
    global _reports
    _reports = reports


def _weave(course: Course, name: str) -> bool:
    return weave(course, name, lambda done, of: _reports.put((name, done, of)))


def weave(course: Course, name: str, on_progress: Callable[[int, int], None] | None = None) -> bool:
    """Write the executed notebooks of a chapter in both languages; return whether anything was run.

    The code runs once, on the real data where it can be had, and only if it changed; prose is woven in without
    running anything. A chapter that fails leaves the last good notebooks in place.

    Raises:
        HiddenLayersError: naming the chapter, the cell and the exception.
    """
    source = read_chapter(course.chapter(name))
    if not _code_is_paired(source):
        raise HiddenLayersError(
            f"{course.chapter(name)}: a code cell in one language only: run hiddenlayers build --check."
        )
    executed = executed_code(course, name, source)
    if run := executed is None:
        executed = _execute(course, name, _readers_notebook(source, "en"), on_progress)
    _write(woven(course, name, source, executed))
    return run


def weave_prose(course: Course, name: str) -> list[Path]:
    """Write a chapter's prose into its executed notebooks, if its code is still what they ran; return what changed."""
    source = read_chapter(course.chapter(name))
    executed = executed_code(course, name, source)
    return _write(woven(course, name, source, executed)) if executed else []


def executed_code(course: Course, name: str, source: NotebookNode) -> NotebookNode | None:
    """The English executed notebook of a chapter, if its code is still the chapter's."""
    try:
        executed = nbformat.read(course.executed(name, "en"), as_version=4)
        nbformat.validate(executed)
    except Exception:  # none there, or damaged: it is made again
        return None
    wanted = _readers_notebook(source, "en")
    same = (
        [cell.source for cell in _code(executed)] == [cell.source for cell in _code(wanted)]
        and executed.metadata.get("hiddenlayers") == {"language": "en", "code": _hash(wanted)}
        and _code_is_paired(source)
    )
    return executed if same else None


def woven(course: Course, name: str, source: NotebookNode, executed: NotebookNode) -> dict[Path, str]:
    """The text of a chapter's notebook for readers in each language, with the outputs of its executed code."""
    return {course.executed(name, language): _woven(source, executed, language) for language in LANGUAGES}


def _woven(source: NotebookNode, executed: NotebookNode, language: str) -> str:
    notebook = _readers_notebook(source, language)
    notebook.metadata.hiddenlayers["code"] = _hash(executed)
    for cell, result in zip(_code(notebook), _code(executed), strict=True):
        cell.execution_count = result.execution_count
        cell.outputs = [_for_readers(output, cell.metadata.get("alt")) for output in result.outputs]
    return notebook_text(notebook)


def _write(files: dict[Path, str]) -> list[Path]:
    return [path for path, text in files.items() if write_if_changed(path, text)]


def _hash(notebook: NotebookNode) -> str:
    """The hash of the code that readers see run in English."""
    return hashlib.sha256("\0".join(cell.source for cell in _code(notebook)).encode()).hexdigest()


def _code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def _code_is_paired(source: NotebookNode) -> bool:
    """Whether each code cell stands in every language, so that what it puts out in one can be shown in the others."""
    return len({len(_code(_readers_notebook(source, language))) for language in LANGUAGES}) == 1


def _readers_notebook(source: NotebookNode, language: str) -> NotebookNode:
    """A chapter in one language with its solutions, without hidden checks."""
    notebook, _ = ChooseLanguage(language=language).preprocess(nbformat.from_dict(source), {})
    notebook.cells = [cell for cell in notebook.cells if "### BEGIN HIDDEN TESTS" not in cell.source]
    for cell in notebook.cells:
        graded = cell.metadata.pop("nbgrader", None)  # nothing here is graded
        if graded and cell.cell_type == "code":
            _fold(cell, "check" if graded["grade"] else "solution")
        if cell.cell_type == "code":
            kept = [line for line in cell.source.splitlines() if line.strip() not in MARKERS]
            cell.source = "\n".join(kept)
    return notebook


def _fold(cell: NotebookNode, kind: str) -> None:
    """Hide a cell's code until it is asked for: in JupyterLab, in Colab, and on the site, which says what it is."""
    cell.metadata["jupyter"] = {"source_hidden": True}
    cell.metadata["cellView"] = "form"
    cell.metadata["hiddenlayers"] = {"folds": kind}


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
            f" ({why.splitlines()[0]}): mend it and build again.{_traceback(error)}"
        ) from error


def _traceback(error: Exception) -> str:
    return "\n\n" + COLOURS.sub("", error.traceback) if isinstance(error, CellExecutionError) else ""


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
