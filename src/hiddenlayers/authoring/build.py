"""From chapters to what is derived of them: source and release notebooks. Writes, runs nothing."""

import contextlib
import itertools
import os
import shutil
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import SaveCells
from traitlets.config import Config, PyFileConfigLoader

from hiddenlayers.authoring.chapter import notebook_text, read_chapter, write_chapter
from hiddenlayers.course import LANGUAGES, Course
from hiddenlayers.errors import HiddenLayersError


def build(course: Course, chapters: list[str]) -> list[Path]:
    """Write the source and both release notebooks of each chapter; return the files that changed."""
    return [path for path, text in derive(course, chapters).items() if write_if_changed(path, text)]


def keep_answers(course: Course, chapters: list[str]) -> list[Path]:
    """Copy the release notebooks that somebody has worked in, before `build` writes them anew; return the copies.

    A copy keeps the name, by which it can be graded, and lies outside of what is handed out.
    """
    copies = []
    for name in chapters:
        made_of = []  # an author may have edited or damaged one of the two since
        with contextlib.suppress(Exception):
            made_of.append(read_chapter(course.chapter(name)))
        with contextlib.suppress(Exception):
            made_of.append(nbformat.read(course.source(name), as_version=4))
        for language in LANGUAGES:
            path = course.release(name, language)
            if not path.is_file():
                continue
            with contextlib.suppress(Exception):  # no notebook, but perhaps what is left of one
                there = _sources(nbformat.read(path, as_version=4))
                if any(there == _sources(release(source, course, language)) for source in made_of):
                    continue
            kept = path.parent.parent.glob(f"{name}-answers-*/{path.name}")
            if any(each.read_bytes() == path.read_bytes() for each in kept):
                continue
            places = (path.parent.with_name(f"{name}-answers-{number}") for number in itertools.count(1))
            place = next(each for each in places if not each.exists())
            place.mkdir()
            copies.append(Path(shutil.copy(path, place)))
    return copies


def _sources(notebook: NotebookNode) -> list[str]:
    return [cell.source for cell in notebook.cells]


def stale(course: Course, chapters: list[str]) -> list[Path]:
    """The derived files that are missing or differ from what `build` would write."""
    return differing(derive(course, chapters))


def differing(files: dict[Path, str]) -> list[Path]:
    """Which of these files are missing or hold another text."""
    return [path for path, text in files.items() if _read(path) != text]


def derive(course: Course, chapters: list[str]) -> dict[Path, str]:
    """The text of every file that `build` writes."""
    files = {}
    for name in chapters:
        source = read_chapter(course.chapter(name))
        files[course.source(name)] = notebook_text(source)
        for language in LANGUAGES:
            released = release(source, course, language)
            files[course.release(name, language)] = notebook_text(released)
    return files


def build_from_notebooks(course: Course, chapters: list[str]) -> list[Path]:
    """Write source notebooks edited in JupyterLab back into their chapters; return the chapters that changed.

    Raises:
        HiddenLayersError: where a source notebook is missing or is no notebook, or older than its chapter's text, which
            would be lost.
    """
    changed = []
    older = [name for name in chapters if _text_is_newer(course, name)]
    if older:
        raise HiddenLayersError(
            f"{', '.join(older)}: the text was edited after the source notebook: run hiddenlayers build for it first, "
            "or name only the chapters whose notebooks you edited."
        )
    for name in chapters:
        path = course.source(name)
        try:
            notebook = nbformat.read(path, as_version=4)
        except Exception as error:
            raise HiddenLayersError(
                f"{path}: can't be read ({error}): run hiddenlayers build first."
            ) from error
        if write_if_changed(course.chapter(name), write_chapter(notebook)):
            changed.append(course.chapter(name))
    return changed


def _text_is_newer(course: Course, name: str) -> bool:
    text, notebook = course.chapter(name), course.source(name)
    if not notebook.exists() or text.stat().st_mtime <= notebook.stat().st_mtime:
        return False
    return notebook.read_text(encoding="utf-8") != notebook_text(read_chapter(text))


def release(source: NotebookNode, course: Course, language: str) -> NotebookNode:
    """What students get of a source notebook: the steps of nbgrader's generate_assignment, without its database.

    Raises:
        HiddenLayersError: where a step refuses the notebook.
    """
    config = nbgrader_config(course, language)
    notebook, resources = nbformat.from_dict(source), {"language": "python", "nbgrader": {}}
    for step in GenerateAssignment(config=config).preprocessors:
        if step is not SaveCells:
            try:
                notebook, resources = step(config=config).preprocess(notebook, resources)
            except Exception as error:  # nbgrader's steps raise many kinds
                raise HiddenLayersError(
                    f"nbgrader can't release a chapter ({str(error).strip()}): run hiddenlayers build --check."
                ) from error
    return notebook


def nbgrader_config(course: Course, language: str = "en") -> Config:
    """The course's nbgrader settings, read as nbgrader reads them, for the release in one language."""
    before = os.environ.get("HIDDENLAYERS_LANG")
    os.environ["HIDDENLAYERS_LANG"] = language
    try:
        config = PyFileConfigLoader("nbgrader_config.py", path=str(course.root)).load_config()
    finally:
        if before is None:
            del os.environ["HIDDENLAYERS_LANG"]
        else:
            os.environ["HIDDENLAYERS_LANG"] = before
    config.CourseDirectory.root = str(course.root)
    return config


def _read(path: Path) -> str | None:
    """What is there, damaged or not."""
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else None


def write_if_changed(path: Path, text: str) -> bool:
    """Write a file whole, and only if it changes; whether it did."""
    if _read(path) == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.new")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)
    return True
