"""The answer bank: right and wrong answers to every exercise, and submissions made of them."""

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from hiddenlayers.course import Course
from hiddenlayers.errors import HiddenLayersError

PASSES = {"both": (True, True), "visible": (True, False), "hidden": (False, True), "none": (False, False)}


@dataclass(frozen=True)
class Answer:
    """One answer to one exercise: the code in place of its solution cell, and the checks that it should pass."""

    exercise: str
    path: Path
    code: str
    shows: str
    passes: tuple[bool, bool]  # visible check, hidden check

    @property
    def right(self) -> bool:
        return all(self.passes)


def read_bank(course: Course, chapter: str) -> dict[str, list[Answer]]:
    """A chapter's answers by exercise, right ones first.

    Raises:
        HiddenLayersError: where a file does not say in its first comment lines what it shows and passes.
    """
    bank: dict[str, list[Answer]] = {}
    for path in sorted((course.answers_folder / chapter).glob("*/*.py")):
        bank.setdefault(path.parent.name, []).append(read_answer(path))
    return bank


def read_answer(path: Path) -> Answer:
    """One file of the bank: comment lines (what it shows, then `# passes: …`), then the answer.

    Raises:
        HiddenLayersError: where the comment lines are missing, a right answer is said to fail, or it is not UTF-8.
    """
    try:
        code = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise HiddenLayersError(f"{path}: not UTF-8; save it as UTF-8.") from None
    header = re.match(r"(# (?!passes:)\S.*\n(?:#(?! passes:).*\n)*)# passes: (\w+)\n(?!# passes:)", code)
    if not header or header.group(2) not in PASSES:
        raise HiddenLayersError(
            f"{path}: begin with a comment that says what the answer shows, then '# passes: {' | '.join(PASSES)}'."
        )
    shows = " ".join(line.lstrip("# ").strip() for line in header.group(1).splitlines())
    answer = Answer(path.parent.name, path, code[header.end() :], shows, PASSES[header.group(2)])
    if answer.right != path.name.startswith("right_") or answer.right == path.name.startswith("wrong_"):
        raise HiddenLayersError(
            f"{path}: right_*.py passes both checks and wrong_*.py does not; mend the name or the 'passes' line."
        )
    return answer


def packs(bank: Mapping[str, list[Answer]]) -> list[dict[str, Answer]]:
    """The whole bank in as few submissions as can be: one answer per exercise in each.

    An exercise with fewer answers than another has none in the last ones.
    """
    return [
        {answer.exercise: answer for answer in pack if answer}
        for pack in itertools.zip_longest(*bank.values())
    ]


def submission(release: NotebookNode, answers: Mapping[str, str]) -> NotebookNode:
    """A release notebook with cells answered: `answers` maps a cell's grade_id to what stands in it."""
    notebook = nbformat.from_dict(release)
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if name in answers:
            cell.source = answers[name].strip("\n")
    return notebook
