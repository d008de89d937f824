"""A small nbgrader course of two notebooks, and submissions to it drawn at random: all that honest students do.

Left out is only what nbgrader gets wrong: stderr, dead kernels, deleted, copied or retyped cells.
"""

import random
from pathlib import Path

from nbformat import NotebookNode, v4

from tests.grading.small_course import at, cell, check, hidden, release_notebook, solution, write

ASSIGNMENT = "ps1"
CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "small"
c.ClearSolutions.code_stub = {"python": "# YOUR CODE HERE\\nraise NotImplementedError()"}
c.ClearSolutions.text_stub = "YOUR ANSWER HERE"
"""
# Gives a share of its three points
PARTIAL = "score = 0\nscore += largest(values) == 5\nscore += 2 * (largest([-2, -1]) == -1)\nscore"


def sources() -> dict[str, NotebookNode]:
    """The instructor's notebooks by name: checks, hidden checks, partial credit, globals, and work for a person."""
    numbers = [
        cell("markdown", "# Numbers"),
        cell("code", "values = [3, 1, 4, 1, 5]"),
        cell("code", "def close(a, b):\n    return abs(a - b) < 1e-9", "close", locked=True),
        solution("mean", "def mean(numbers):\n    return sum(numbers) / len(numbers)"),
        check("mean-check", 2, "assert close(mean(values), 2.8)\nprint('the mean is right')"),
        hidden("mean-hidden", 1.5, "assert close(mean([2]), 2), 'one number'"),
        solution("largest", "def largest(numbers):\n    return max(numbers)"),
        check("largest-check", 3, PARTIAL),
        cell(
            "code",
            "### BEGIN SOLUTION\nvalues[::-1]\n### END SOLUTION",
            "reverse",
            grade=True,
            solution=True,
            points=2,
        ),
        cell("markdown", "Draw a histogram.", "draw", task=True, locked=True, points=4),
    ]
    words = [
        cell("code", "text = open('words.txt').read()"),
        solution("count", "number = len(text.split())"),
        check("count-check", 1, "assert number == 4, f'{number} words'"),
        check("count-type", 0, "assert isinstance(number, int)"),
        cell("markdown", "A rubric.", "why", grade=True, solution=True, points=2),
        cell("markdown", "What did you learn?", "learned", grade=True, solution=True, points=1),
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made = {}
    for name, cells in (("numbers", numbers), ("words", words)):
        made[name] = v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
        for number, entry in enumerate(cells):
            entry.id = f"{name}-{number}"
    return made


ANYTHING = ("", "1 / 0", "def broken(:", "raise SystemExit", "input('?')", "%%time\n2 + 2")
ANSWERS = {
    "mean": (
        "def mean(numbers):\n    return sum(numbers) / len(numbers)",
        "def mean(numbers):\n    print(numbers)\n    return sum(numbers) / len(numbers)",
        "import statistics\nmean = statistics.mean",
        "def mean(numbers):\n    return sum(numbers) / 5",
        "def mean(numbers):\n    return sum(numbers) // len(numbers)",
        "def mean(numbers):\n    return numbers.mean()",
        "mean = 2.8",
        "def mean(numbers):\n    pass",
    ),
    "largest": (
        "largest = max",
        "def largest(numbers):\n    return sorted(numbers)[-1]",
        "def largest(numbers):\n    best = 0\n    for n in numbers:\n        best = max(n, best)\n    return best",
        "def largest(numbers):\n    return numbers[-1]",
        "def largest(numbers):\n    return 5",
        "def largest(numbers):\n    raise ValueError('no idea')",
        "values = [5]\nlargest = max",
    ),
    "reverse": ("values[::-1]", "list(reversed(values))", "print(values)", "values.reverse()\nvalues"),
    "count": (
        "number = len(text.split())",
        "number = text.count(' ') + 1.0",
        "number = len(text)",
        "number = '4'",
        "for word in text.split():\n    print(word)\nnumber = 4",
    ),
    "why": ("Because words are separated by spaces.", "", "잘 모르겠습니다.", "YOUR ANSWER HERE "),
    "learned": ("A lot.", "$x^2$", ""),
}


def make_class(root: Path, students: int, seed: int) -> list[str]:
    """Make the course with its submissions; returns the students' names."""
    write(root / "nbgrader_config.py", CONFIG)
    for name, notebook in sources().items():
        write(root / "source" / ASSIGNMENT / f"{name}.ipynb", notebook)
    write(root / "source" / ASSIGNMENT / "words.txt", "one two three four")
    names = [f"student-{number:02d}" for number in range(students)]
    for name in names:
        _hand_in(root / "submitted" / name / ASSIGNMENT, random.Random(f"{seed} {name}"))
    return names


def _hand_in(place: Path, draw: random.Random) -> None:
    handed_in = list(sources()) if draw.random() < 0.85 else [draw.choice(list(sources()))]
    for name in handed_in:
        write(place / f"{name}.ipynb", _work(release_notebook(None, sources()[name]), draw))
    if len(handed_in) == 2 and draw.random() < 0.2:
        write(place / "scratch.ipynb", v4.new_notebook(cells=[v4.new_code_cell("while True: pass")]))
    if draw.random() < 0.3:
        write(place / "words.txt", "my own words")
    if draw.random() < 0.5:
        write(place / "timestamp.txt", f"2024-02-0{draw.randint(1, 4)} 12:00:00 UTC")


def _work(notebook: NotebookNode, draw: random.Random) -> NotebookNode:
    for grade_id, answers in ANSWERS.items():
        if any(grade_id == entry.metadata.get("nbgrader", {}).get("grade_id") for entry in notebook.cells):
            entry = at(notebook, grade_id)
            known = draw.choice(answers)
            answer = draw.choices(
                (known, None, draw.choice(ANYTHING)), (8, 1, 1 if entry.cell_type == "code" else 0)
            )[0]
            entry.source = entry.source if answer is None else answer
    for change in draw.sample(CHANGES, draw.choice((0, 0, 1, 2))):
        change(notebook, draw)
    return notebook


def _add_cells(notebook: NotebookNode, draw: random.Random) -> None:
    for source in draw.sample(("print('mine')", "undefined", "score = 100", "number = 4", "values = []"), 2):
        notebook.cells.insert(draw.randrange(len(notebook.cells)), v4.new_code_cell(source))
    notebook.cells.append(v4.new_markdown_cell("Done."))


def _edit_check(notebook: NotebookNode, draw: random.Random) -> None:
    entry = draw.choice(_checks(notebook))
    entry.source = "pass"
    entry.metadata.nbgrader.points = 50


def _move_cell(notebook: NotebookNode, draw: random.Random) -> None:
    moved = notebook.cells.pop(draw.randrange(len(notebook.cells)))
    notebook.cells.insert(draw.randrange(len(notebook.cells)), moved)


def _leave_outputs(notebook: NotebookNode, draw: random.Random) -> None:
    for entry in _checks(notebook):
        entry.outputs = [v4.new_output("stream", name="stderr", text="an old warning")]
        entry.execution_count = draw.randint(1, 99)


def _checks(notebook: NotebookNode) -> list[NotebookNode]:
    return [
        entry
        for entry in notebook.cells
        if entry.cell_type == "code"
        and entry.metadata.get("nbgrader", {}).get("grade_id", "").endswith("-check")
    ]


CHANGES = (_add_cells, _edit_check, _move_cell, _leave_outputs)
