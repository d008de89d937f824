"""Sphinx's source folder for one language: the pages in docs/, and the executed chapters."""

import re
import shutil
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from hiddenlayers.course import Course
from hiddenlayers.errors import HiddenLayersError

PAGES = ("index", "learn", "teach", "your-course", "extend", "reference", "results", "grading")
SUFFIX = {"en": ".md", "ko": ".ko.md"}  # as they stand in docs/
CHAPTERS = "<!-- chapters -->"  # where a page shows the table of chapters
WORDS = {
    "en": {
        "chapter": "Chapter",
        "build": "What you will do",
        "solution": "Show the solution",
        "check": "Show the check",
        "contents": "Chapters",
        "pages": "About the course",
    },
    "ko": {
        "chapter": "장",
        "build": "배우는 내용",
        "solution": "풀이 보기",
        "check": "검사 보기",
        "contents": "차례",
        "pages": "강의 안내",
    },
}


def write_pages(course: Course, language: str, folder: Path) -> None:
    """Fill an empty or stale folder with all that Sphinx reads.

    Raises:
        HiddenLayersError: a chapter has not been executed yet.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for page in PAGES:
        text = (course.root / "docs" / f"{page}{SUFFIX[language]}").read_text(encoding="utf-8")
        (folder / f"{page}.md").write_text(_for_the_site(text), encoding="utf-8")
    shutil.copytree(course.root / "docs" / "images", folder / "images")
    notebooks = {name: _read(course, name, language) for name in course.chapters}
    for name, notebook in notebooks.items():
        nbformat.write(_folded(notebook, language), folder / f"{name}.ipynb")
    index = folder / "index.md"
    table = _table(notebooks, language)
    index.write_text(index.read_text(encoding="utf-8").replace(CHAPTERS, table), encoding="utf-8")


def _for_the_site(text: str) -> str:
    """A page of docs/ without its link to the other language, which the site's own switch replaces."""
    text = re.sub(r"^\*(한국어|English): .*\*\n\n?", "", text, flags=re.M)
    return text.replace(".ko.md", ".md")


def _read(course: Course, name: str, language: str) -> NotebookNode:
    path = course.executed(name, language)
    try:
        return nbformat.read(path, as_version=4)
    except Exception as error:
        raise HiddenLayersError(f"{path}: can't be read: run make notebooks first.") from error


def _folded(notebook: NotebookNode, language: str) -> NotebookNode:
    """A chapter whose solutions and checks are folded behind a button that says what it shows."""
    for cell in notebook.cells:
        kind = cell.metadata.get("hiddenlayers", {}).get("folds")
        if kind:
            cell.metadata["tags"] = ["hide-input"]
            cell.metadata["mystnb"] = {"code_prompt_show": WORDS[language][kind]}
    return notebook


def _table(notebooks: dict[str, NotebookNode], language: str) -> str:
    """The table of chapters, from the head of each: title, minutes and points, what it is about."""
    words = WORDS[language]
    rows = [f"| {words['chapter']} | {words['build']} | |", "|---|---|---|"]
    for name, notebook in notebooks.items():
        title, size, about, *_ = notebook.cells[0].source.split("\n\n")
        title, size = title.removeprefix("# "), size.strip("* ")
        about = re.sub(r"\s+", " ", about)
        rows.append(f"| [{name[:2]} · {title}]({name}.ipynb) | {about} | {size.replace(' · ', '<br>')} |")
    return "\n".join(rows)
