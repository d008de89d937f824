"""A small course with cheap notebooks, and what students may do to them."""

import copy
from pathlib import Path

import nbformat
from nbformat import NotebookNode, v4
from nbgrader.preprocessors import ClearHiddenTests, ClearSolutions, ComputeChecksums

CHAPTER = "01-shapes"
CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "small"
c.ClearSolutions.code_stub = {"python": "# YOUR CODE HERE\\nraise NotImplementedError()"}
"""
HIDDEN = "assert area(7.5, 4) == 30.0, 'a float and an integer'"


def cell(kind: str, source: str, grade_id: str | None = None, **flags) -> NotebookNode:
    made = getattr(v4, f"new_{kind}_cell")(source)
    if grade_id:
        values = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False}
        made.metadata.nbgrader = NotebookNode({**values, "grade_id": grade_id, **flags})
    return made


def solution(grade_id: str, body: str) -> NotebookNode:
    return cell("code", f"### BEGIN SOLUTION\n{body}\n### END SOLUTION", grade_id, solution=True)


def check(grade_id: str, points: float, source: str) -> NotebookNode:
    return cell("code", source, grade_id, grade=True, locked=True, points=points)


def hidden(grade_id: str, points: float, source: str) -> NotebookNode:
    return check(grade_id, points, f"# hidden · 숨김\n### BEGIN HIDDEN TESTS\n{source}\n### END HIDDEN TESTS")


def source_notebook() -> NotebookNode:
    """Two exercises, one question; 10 points: 2 + 2, 1 + 3 and 2 for a person to give."""
    notebook = v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        cells=[
            cell("markdown", "# Shapes\n\nA rectangle of $a \\times b$."),
            solution("area", "def area(width, height):\n    return width * height"),
            check("area-check", 2, "assert area(2, 3) == 6, 'area(2, 3) should be 6'"),
            hidden("area-hidden", 2, HIDDEN),
            solution("double", "def double(numbers):\n    return [2 * number for number in numbers]"),
            check("double-check", 1, "assert double([1, 2]) == [2, 4], 'double([1, 2]) should be [2, 4]'"),
            hidden("double-hidden", 3, "assert double([]) == [], 'an empty list stays empty'"),
            cell("markdown", "A rubric.", "why", grade=True, solution=True, points=2),
        ],
    )
    for number, entry in enumerate(notebook.cells):
        entry.id = f"cell-{number}"
    return notebook


def release_notebook(language: str | None = "en", source: NotebookNode | None = None) -> NotebookNode:
    """What students get: stubs, no hidden checks."""
    notebook = copy.deepcopy(source or source_notebook())
    stubs = {"python": "# YOUR CODE HERE\nraise NotImplementedError()"}
    for step in (
        ClearSolutions(code_stub=stubs, enforce_metadata=False),
        ClearHiddenTests(),
        ComputeChecksums(),
    ):
        notebook, _ = step.preprocess(notebook, {"language": "python"})
    for entry in notebook.cells:
        if entry.cell_type == "markdown" and "nbgrader" in entry.metadata:
            entry.source = "YOUR ANSWER HERE"
    if language:
        notebook.metadata["hiddenlayers"] = {"language": language}
    return notebook


ANSWERS = {
    "area": "def area(width, height):\n    return width * height",
    "double": "def double(numbers):\n    return [2 * number for number in numbers]",
    "why": "Because a rectangle is rows of squares.",
}


def answered(language: str | None = "en", **answers: str) -> NotebookNode:
    """A release with answers in it: the right ones, but for those given."""
    notebook = release_notebook(language)
    for grade_id, text in {**ANSWERS, **answers}.items():
        at(notebook, grade_id).source = text
    return notebook


def at(notebook: NotebookNode, grade_id: str) -> NotebookNode:
    return next(
        entry for entry in notebook.cells if entry.metadata.get("nbgrader", {}).get("grade_id") == grade_id
    )


def make_course(root: Path, config: str = CONFIG) -> Path:
    root.mkdir(parents=True, exist_ok=True)
    (root / "nbgrader_config.py").write_text(config, encoding="utf-8")
    (root / "submitted").mkdir(exist_ok=True)
    write(root / "source" / CHAPTER / f"{CHAPTER}.ipynb", source_notebook())
    return root


def write(path: Path, content: NotebookNode | bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, NotebookNode):
        content = nbformat.writes(content)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def submit(root: Path, student: str, content: NotebookNode | bytes | str, name: str = CHAPTER) -> Path:
    return write(root / "submitted" / student / CHAPTER / f"{name}.ipynb", content)
