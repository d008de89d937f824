"""Sphinx's source folder for one language: the pages in docs/, and the executed chapters."""

import html
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from hiddenlayers.course import Course
from hiddenlayers.errors import HiddenLayersError

PAGES = ("index", "learn", "teach", "your-course", "extend", "reference", "results", "grading")
SUFFIX = {"en": ".md", "ko": ".ko.md"}  # as they stand in docs/
CHAPTERS = "<!-- chapters -->"  # where a page shows the table of chapters
COMMAND = "<!-- command -->"  # where a page shows the command's help
GITHUB = re.compile(r"https://github\.com/([^/]+/[^/]+?)(?:\.git)?/?")
COLAB = "https://colab.research.google.com/github"
WORDS = {
    "en": {
        "chapter": "Chapter",
        "build": "What you will do",
        "size": "Size",
        "solution": "Show the solution",
        "check": "Show the check",
    },
    "ko": {
        "chapter": "장",
        "build": "배우는 내용",
        "size": "분량",
        "solution": "풀이 보기",
        "check": "검사 보기",
    },
}


def write_pages(course: Course, language: str, folder: Path) -> None:
    """Fill an empty or stale folder with all that Sphinx reads.

    Raises:
        HiddenLayersError: a chapter has not been executed yet.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    notebooks = {name: _read(course, name, language) for name in course.chapters}
    colab = colab_address(course)
    fills = {CHAPTERS: lambda: _table(notebooks, language, colab), COMMAND: _command_help}
    for page in PAGES:
        text = (course.root / "docs" / f"{page}{SUFFIX[language]}").read_text(encoding="utf-8")
        for mark, fill in fills.items():
            if mark in text:
                text = text.replace(mark, fill())
        (folder / f"{page}.md").write_text(_for_the_site(text), encoding="utf-8")
    shutil.copytree(course.root / "docs" / "images", folder / "images")
    for name, notebook in notebooks.items():
        if colab:
            _add_button(notebook, colab.format(language=language, name=name))
        _fold(notebook, language)
        _empty_corners(notebook)
        nbformat.write(notebook, folder / f"{name}.ipynb")


def colab_address(course: Course) -> str | None:
    """Where Colab opens a release notebook, with fields for language and name.

    The repository's address is set in one place: `Repository` among the project's URLs in pyproject.toml. None where
    it is not set, or is not on GitHub.
    """
    project = tomllib.loads((course.root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = GITHUB.fullmatch(project.get("urls", {}).get("Repository", ""))
    return found and f"{COLAB}/{found[1]}/blob/main/release/{{language}}/{{name}}/{{name}}.ipynb"


def _add_button(notebook: NotebookNode, address: str) -> None:
    """Below the title, a link to the release notebook in Colab."""
    title, rest = notebook.cells[0].source.split("\n", 1)
    notebook.cells[0].source = f"{title}\n\n[Open in Colab]({address})\n{rest}"


def _command_help() -> str:
    """The help of the command and of all its verbs."""
    command = [sys.executable, "-m", "typer", "hiddenlayers.cli", "utils", "docs", "--name", "hiddenlayers"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return re.sub(r"^#", "##", html.unescape(text), flags=re.M)


def _for_the_site(text: str) -> str:
    """A page of docs/ without its link to the other language, which the site's own switch replaces.

    Chapters, which lie in notebooks/ for a reader of the repository, are its neighbours on the site.
    """
    text = re.sub(r"^\*(한국어|English): .*\*\n\n?", "", text, flags=re.M)
    text = re.sub(r"\]\(\.\./notebooks/(en|ko)/", "](", text)
    return text.replace(".ko.md", ".md")


def _read(course: Course, name: str, language: str) -> NotebookNode:
    path = course.executed(name, language)
    try:
        return nbformat.read(path, as_version=4)
    except Exception as error:
        raise HiddenLayersError(f"{path}: can't be read: run make notebooks first.") from error


def _fold(notebook: NotebookNode, language: str) -> None:
    """Hide solutions and checks behind a button that says what it shows."""
    for cell in notebook.cells:
        kind = cell.metadata.get("hiddenlayers", {}).get("folds")
        if kind:
            cell.metadata["tags"] = ["hide-input"]
            cell.metadata["mystnb"] = {"code_prompt_show": WORDS[language][kind]}


def _empty_corners(notebook: NotebookNode) -> None:
    """A table's corner is no header: a screen reader would announce nothing."""
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if "text/html" in output.get("data", {}):
                output.data["text/html"] = output.data["text/html"].replace("<th></th>", "<td></td>")


def _table(notebooks: dict[str, NotebookNode], language: str, colab: str | None) -> str:
    """The table of chapters, from the head of each: title, minutes and points, what it is about."""
    words = WORDS[language]
    rows = [f"| {words['chapter']} | {words['build']} | {words['size']} |", "|---|---|---|"]
    for name, notebook in notebooks.items():
        title, size, about, *_ = notebook.cells[0].source.split("\n\n")
        title, size = title.removeprefix("# "), size.strip("* ")
        about = re.sub(r"\s+", " ", about)
        facts = size.split(" · ")
        if colab:
            facts.append(f"[Colab]({colab.format(language=language, name=name)})")
        rows.append(f"| [{name[:2]} · {title}]({name}.ipynb) | {about} | {'<br>'.join(facts)} |")
    return "\n".join([":::{container} chapters", *rows, ":::"])
