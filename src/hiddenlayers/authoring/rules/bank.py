"""Whether a chapter's answer bank is complete, and each answer says what it shows."""

import re
from collections.abc import Iterator
from pathlib import Path

from hiddenlayers.answers import read_answer
from hiddenlayers.authoring.exercises import grade_id
from hiddenlayers.authoring.rules.subject import Chapter, Finding
from hiddenlayers.errors import HiddenLayersError

FEWEST = {"right": 3, "wrong": 4}


def bank_is_complete(chapter: Chapter) -> Iterator[Finding]:
    """Each exercise has at least three right answers and four wrong ones."""
    for exercise in chapter.exercises:
        folder = _folder(chapter) / exercise.name
        for kind, fewest in FEWEST.items():
            count = len(list(folder.glob(f"{kind}_*.py")))
            if count < fewest:
                yield Finding(
                    chapter.relative(folder), "", f"{count} {kind} answers", f"write at least {fewest}"
                )


def bank_has_no_strangers(chapter: Chapter) -> Iterator[Finding]:
    """Every folder of the bank is an exercise's, every file in it an answer."""
    names = {grade_id(cell) for cell in chapter.solutions}
    for folder in _entries(_folder(chapter)):
        if folder.name not in names:
            yield Finding(
                chapter.relative(folder), "", "no exercise has this name", "rename it after a solution cell"
            )
            continue
        for path in _entries(folder):
            if not re.fullmatch(r"(right|wrong)_[a-z0-9_]+\.py", path.name):
                yield Finding(
                    chapter.relative(path), "", "not an answer's name", "call it right_… or wrong_….py"
                )


def answers_say_what_they_show(chapter: Chapter) -> Iterator[Finding]:
    """An answer opens with comments: what it shows, then which checks pass it; a right one passes both."""
    for exercise in chapter.exercises:
        for path in sorted((_folder(chapter) / exercise.name).glob("*.py")):
            try:
                read_answer(path)
            except HiddenLayersError as error:
                cure = str(error).removeprefix(f"{path}: ").removesuffix(".")
                yield Finding(
                    chapter.relative(path), "", "its first lines and its name do not say what it is", cure
                )


def _folder(chapter: Chapter) -> Path:
    return chapter.course.answers_folder / chapter.name


def _entries(folder: Path) -> list[Path]:
    """What is in a folder, hidden files and caches apart; nothing where it is missing."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if not path.name.startswith((".", "__")))
